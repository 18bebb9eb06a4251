#include "migrations/schema/type.h"

namespace Migrations::Schema {

namespace {

bool sameTarget(const std::shared_ptr<const Type> &left, const std::shared_ptr<const Type> &right)
{
    return left == right || (left && right && *left == *right);
}

bool sameVariants(const Type &left, const Type &right)
{
    return left.variants.keys() == right.variants.keys()
        && std::equal(left.variants.cbegin(), left.variants.cend(), right.variants.cbegin(), sameTarget);
}

} // namespace

QString Type::describe() const
{
    if (!text.isEmpty())
        return text;
    QStringList arguments;
    for (const QString &label : labels)
        arguments << u'\'' + label + u'\'';
    if (item)
        arguments << item->describe();
    for (const std::optional<int> &number : {length, precision, scale}) {
        if (number)
            arguments << QString::number(*number);
    }
    if (timezone)
        arguments << QStringLiteral("timezone");
    if (!typeName.isEmpty())
        arguments << typeName;
    return arguments.isEmpty() ? name : QStringLiteral("%1(%2)").arg(name, arguments.join(QStringLiteral(", ")));
}

bool operator==(const Type &left, const Type &right)
{
    const auto plain = [](const Type &type) {
        return std::tie(type.name, type.text, type.length, type.precision, type.scale, type.timezone, type.collation,
            type.labels, type.typeName, type.typeNameIsFinal, type.typeSchema, type.native, type.createType,
            type.createConstraint, type.dimensions, type.options);
    };
    return plain(left) == plain(right) && sameTarget(left.item, right.item) && sameVariants(left, right);
}

} // namespace Migrations::Schema
