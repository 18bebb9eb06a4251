#include "ui/style/icons.h"

#include "ui/style/colors.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace Workbench {

namespace {

QColor colorOf(IconTone tone, QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    const Colors &colors = colorsFor(palette);
    if (mode == QIcon::Disabled) {
        QColor faint = colors.textFaint;
        faint.setAlphaF(0.55F);
        return faint;
    }
    switch (tone) {
    case IconTone::Normal: return mode == QIcon::Active ? colors.text : colors.textDim;
    case IconTone::Dim: return colors.textFaint;
    case IconTone::OnAccent: return colors.onAccent;
    case IconTone::Accent: return colors.accent;
    case IconTone::Success: return colors.success;
    case IconTone::Warning: return colors.warning;
    case IconTone::Error: return colors.error;
    case IconTone::Info: return colors.info;
    case IconTone::Pending: return colors.pending;
    }
    return colors.text;
}

class DrawingEngine final : public QIconEngine
{
public:
    DrawingEngine(const QString &name, IconTone tone) : m_name(name), m_tone(tone) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatio() : 1.0;
        painter->drawPixmap(rect, scaledPixmap(rect.size(), mode, state, ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    // since Qt 6.8 the size is that on the screen, whatever its pixels are
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const QColor color = colorOf(m_tone, mode);
        const QString key
            = QStringLiteral("%1@%2x%3@%4@%5").arg(m_name).arg(size.width()).arg(scale).arg(color.rgba()).arg(size.height());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        QFile file(QStringLiteral(":/icons/%1.svg").arg(m_name));
        if (!file.open(QIODevice::ReadOnly)) {
            qWarning("no drawing called %ls", qUtf16Printable(m_name));
            return {};
        }
        QByteArray drawing = file.readAll();
        drawing.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
        QSvgRenderer renderer(drawing);
        pixmap = QPixmap(size * scale);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setOpacity(color.alphaF());
        renderer.render(&painter);
        painter.end();
        pixmap.setDevicePixelRatio(scale);
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new DrawingEngine(m_name, m_tone); }
    [[nodiscard]] QString key() const override { return QStringLiteral("StillroomDrawing"); }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }

private:
    QString m_name;
    IconTone m_tone;
};

} // namespace

QIcon icon(const QString &name, IconTone tone)
{
    return QIcon(new DrawingEngine(name, tone));
}

QIcon programIcon()
{
    return icon(QStringLiteral("stillroom"));
}

} // namespace Workbench
