#include "tests/support/testcase.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTranslator>
#include <QXmlStreamReader>

// Reads the sources again, as update_translations does, and finds what nobody has translated.
class TestTranslations : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyTextIsTranslated_data();
    void everyTextIsTranslated();
    void placeholdersAreKept();
    void noMnemonicIsLost();
    void chineseIsLoaded();
    void englishHasPluralForms();

private:
    struct Message {
        QString context;
        QString source;
        QStringList translations; ///< one for each plural form
        bool isNumerus = false;
        bool isFinished = true;
    };

    [[nodiscard]] static QList<Message> read(const QString &path);
    [[nodiscard]] QString updated(const QString &name) const;

    QTemporaryDir m_folder;
};

void TestTranslations::initTestCase()
{
    TestCase::initTestCase();
    QFile list(QStringLiteral(STILLROOM_TEXT_SOURCES));
    QVERIFY(list.open(QIODevice::ReadOnly));
    QVERIFY(list.readAll().count('\n') > 20);
    for (const QString &name : {QStringLiteral("stillroom_zh_CN.ts"), QStringLiteral("stillroom_en.ts")})
        QVERIFY(QFile::copy(QStringLiteral(STILLROOM_SOURCE_DIR "/translations/") + name, m_folder.filePath(name)));
    QProcess lupdate;
    lupdate.start(QStringLiteral(STILLROOM_LUPDATE),
        {QStringLiteral("-silent"), QStringLiteral("-locations"), QStringLiteral("none"), QStringLiteral("-no-obsolete"),
            QStringLiteral("-I" STILLROOM_SOURCE_DIR), QStringLiteral("@" STILLROOM_TEXT_SOURCES), QStringLiteral("-ts"),
            m_folder.filePath(QStringLiteral("stillroom_zh_CN.ts"))});
    QVERIFY(lupdate.waitForFinished(120000));
    QCOMPARE(lupdate.exitCode(), 0);
    // a file that lupdate leaves alone would look complete
    const QString complaints = QString::fromUtf8(lupdate.readAllStandardError());
    QVERIFY2(!complaints.contains(QStringLiteral("won't be updated")), qPrintable(complaints));
}

QString TestTranslations::updated(const QString &name) const
{
    return m_folder.filePath(name);
}

QList<TestTranslations::Message> TestTranslations::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"message") {
            messages << Message {.context = context, .source = {}, .translations = {}};
            messages.last().isNumerus = xml.attributes().value(u"numerus") == u"yes";
        } else if (xml.name() == u"source") {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            messages.last().isFinished = xml.attributes().value(u"type") != u"unfinished";
            if (!messages.last().isNumerus)
                messages.last().translations << xml.readElementText();
        } else if (xml.name() == u"numerusform") {
            messages.last().translations << xml.readElementText();
        }
    }
    return messages;
}

void TestTranslations::everyTextIsTranslated_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("Chinese") << QStringLiteral("stillroom_zh_CN.ts");
    QTest::newRow("English plurals") << QStringLiteral("stillroom_en.ts");
}

void TestTranslations::everyTextIsTranslated()
{
    QFETCH(QString, name);
    QStringList open;
    for (const Message &message : read(updated(name))) {
        if (!message.isFinished || message.translations.contains(QString()))
            open << QString(message.context + QStringLiteral(": ") + message.source);
    }
    QVERIFY2(open.isEmpty(), qPrintable(open.join(u'\n')));
}

void TestTranslations::placeholdersAreKept()
{
    static const QRegularExpression placeholder(QStringLiteral("%(?:L?\\d|n)"));
    const auto placeholders = [](const QString &text) {
        QSet<QString> found;
        for (const QRegularExpressionMatch &match : placeholder.globalMatch(text))
            found.insert(match.captured());
        return found;
    };
    QStringList wrong;
    for (const Message &message : read(updated(QStringLiteral("stillroom_zh_CN.ts")))) {
        for (const QString &translation : message.translations) {
            QSet<QString> expected = placeholders(message.source);
            QSet<QString> found = placeholders(translation);
            if (expected != found)
                wrong << message.source;
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestTranslations::noMnemonicIsLost()
{
    static const QRegularExpression mnemonic(QStringLiteral("&[A-Za-z]"));
    QStringList wrong;
    for (const Message &message : read(updated(QStringLiteral("stillroom_zh_CN.ts")))) {
        if (message.source.contains(mnemonic) != message.translations.value(0).contains(mnemonic))
            wrong << message.source;
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestTranslations::chineseIsLoaded()
{
    QTranslator translator;
    QVERIFY(translator.load(QStringLiteral(STILLROOM_TRANSLATIONS_DIR "/stillroom_zh_CN.qm")));
    for (const Message &message : read(updated(QStringLiteral("stillroom_zh_CN.ts")))) {
        const QString found = translator.translate(
            message.context.toUtf8().constData(), message.source.toUtf8().constData(), nullptr, message.isNumerus ? 2 : -1);
        QVERIFY2(!found.isEmpty(), qPrintable(message.source));
    }
    QVERIFY(translator.translate("Workbench::TimelinePanel", "Timeline") != QStringLiteral("Timeline"));
}

void TestTranslations::englishHasPluralForms()
{
    QTranslator translator;
    QVERIFY(translator.load(QStringLiteral(STILLROOM_TRANSLATIONS_DIR "/stillroom_en.qm")));
    const auto columns = [&translator](int count) {
        return translator.translate("Workbench::SchemaTreeModel", "%n column(s)", nullptr, count);
    };
    QCOMPARE(columns(1), QStringLiteral("%n column"));
    QCOMPARE(columns(2), QStringLiteral("%n columns"));
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
