package dev.gradwright.monitor.page;

import dev.gradwright.monitor.Picture;
import dev.gradwright.monitor.Png;
import dev.gradwright.monitor.json.JsonWriter;
import java.util.Base64;

/** A picture that becomes a PNG when somebody first looks at it, and on that one's thread. */
final class PngPicture {

    private final int width;
    private final int height;
    private Picture picture;
    private String text;

    PngPicture(Picture picture) {
        this.picture = picture;
        this.width = picture.width();
        this.height = picture.height();
    }

    void write(long step, JsonWriter json) {
        json.object()
                .name("step")
                .value(step)
                .name("width")
                .value(width)
                .name("height")
                .value(height);
        json.name("png").value(base64()).end();
    }

    private synchronized String base64() {
        if (text == null) {
            text = Base64.getEncoder().encodeToString(Png.of(picture));
            picture = null;
        }
        return text;
    }
}
