package dev.gradwright.monitor.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.Histogram;
import dev.gradwright.monitor.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.framework.DataType;
import org.tensorflow.framework.Summary;
import org.tensorflow.util.Event;
import org.tensorflow.util.SessionLog;

class TensorBoardRecorderTest {

    private static final Histogram HISTOGRAM =
            new Histogram(4, 0, -1, 2, 2, 6, new double[] {-1, 0, 1, 2}, new long[] {1, 1, 2});

    @TempDir
    Path folder;

    @Test
    void recordsAreThoseOfTheReferenceBitByBit() throws IOException {
        List<String> golden = goldenRecords();

        assertThat(record(Events.version(1))).isEqualTo(golden.get(0));
        assertThat(record(Events.scalar(2, 7, "loss", 0.5))).isEqualTo(golden.get(1));
        assertThat(record(Events.histogram(3, 7, "w", HISTOGRAM))).isEqualTo(golden.get(2));
        assertThat(golden).hasSize(3);
    }

    @Test
    void theChecksumIsMasked() {
        byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);

        assertThat(RecordStream.masked(digits, 0, 9)).isEqualTo(0xc78ab0e5);
    }

    @Test
    void everythingRecordedIsParsedBack() throws IOException {
        byte[] colours = {(byte) 255, 0, 0, 0, (byte) 128, 7};
        try (TensorBoardRecorder recorder = new TensorBoardRecorder(folder)) {
            recorder.scalar("train/loss", 300, 0.1);
            recorder.scalar("train/loss", Long.MAX_VALUE, Double.NEGATIVE_INFINITY);
            recorder.histogram("weights/ü", 2, HISTOGRAM);
            recorder.picture("grey", 3, new Picture(3, 1, 1, new byte[] {0, 100, (byte) 200}));
            recorder.picture("colour", 3, new Picture(1, 2, 3, colours));
            recorder.finding(new Finding(
                    "plateau", Finding.Severity.NOTE, 9, "", 1, 2, "The loss is flat.", "Lower the rate.", "notes, 3"));
        }
        List<Event> events = events(folder);

        assertThat(events).hasSize(7);
        assertThat(events.get(0).getFileVersion()).isEqualTo("brain.Event:2");
        assertThat(events.get(1).getStep()).isEqualTo(300);
        assertThat(value(events.get(1)).getTag()).isEqualTo("train/loss");
        assertThat(value(events.get(1)).getSimpleValue()).isEqualTo(0.1f);
        assertThat(events.get(2).getStep()).isEqualTo(Long.MAX_VALUE);
        assertThat(value(events.get(2)).getSimpleValue()).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(value(events.get(3)).getTag()).isEqualTo("weights/ü");
        assertThat(value(events.get(3)).getHisto().getBucketLimitList()).containsExactly(-1.0, 0.0, 1.0, 2.0);
        assertThat(value(events.get(3)).getHisto().getBucketList()).containsExactly(0.0, 1.0, 1.0, 2.0);
        assertThat(value(events.get(3)).getHisto().getSumSquares()).isEqualTo(6);
        assertThat(pixels(value(events.get(4)), 1)).containsExactly(0, 100, 200);
        assertThat(pixels(value(events.get(5)), 3)).containsExactly(255, 0, 0, 0, 128, 7);
        Summary.Value text = value(events.get(6));
        assertThat(text.getTag()).isEqualTo("findings/plateau");
        assertThat(text.getMetadata().getPluginData().getPluginName()).isEqualTo("text");
        assertThat(text.getTensor().getDtype()).isEqualTo(DataType.DT_STRING);
        assertThat(text.getTensor().getTensorShape().getDim(0).getSize()).isEqualTo(1);
        assertThat(text.getTensor().getStringVal(0).toStringUtf8())
                .isEqualTo("**NOTE**: The loss is flat.\n\nLower the rate.\n\nRead more: notes, 3");
    }

    @Test
    void aTrainingThatGoesOnSaysFromWhereInAFileOfItsOwn() throws IOException {
        new TensorBoardRecorder(folder).close();
        try (TensorBoardRecorder recorder = new TensorBoardRecorder(folder)) {
            recorder.resume(40);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files)
                    .hasSize(2)
                    .allMatch(file -> file.getFileName().toString().startsWith("events.out.tfevents."));
        }
        Event start =
                events(folder).stream().filter(Event::hasSessionLog).findFirst().orElseThrow();
        assertThat(start.getSessionLog().getStatus()).isEqualTo(SessionLog.SessionStatus.START);
        assertThat(start.getStep()).isEqualTo(41);
    }

    @Test
    void whatIsFlushedIsInTheFile() throws IOException {
        try (TensorBoardRecorder recorder = new TensorBoardRecorder(folder)) {
            recorder.scalar("a", 1, 2);
            recorder.flush();
            assertThat(events(folder)).hasSize(2);
        }
    }

    @Test
    void aFolderThatCannotBeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "");

        assertThatThrownBy(() -> new TensorBoardRecorder(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("give a folder that can be written to");
    }

    private static List<String> goldenRecords() throws IOException {
        try (InputStream in = TensorBoardRecorderTest.class.getResourceAsStream("records.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    private static String record(Message event) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (RecordStream records = new RecordStream(bytes)) {
            records.write(event.bytes());
        }
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    /** What the files of a folder hold, read by the classes that TensorFlow's own definitions were compiled to. */
    private static List<Event> events(Path folder) throws IOException {
        List<Event> events = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
                while (bytes.hasRemaining()) {
                    int start = bytes.position();
                    byte[] data = new byte[(int) bytes.getLong()];
                    assertThat(bytes.getInt()).isEqualTo(RecordStream.masked(bytes.array(), start, 8));
                    bytes.get(data);
                    assertThat(bytes.getInt()).isEqualTo(RecordStream.masked(data, 0, data.length));
                    events.add(Event.parseFrom(data));
                }
            }
        }
        return events;
    }

    private static Summary.Value value(Event event) {
        assertThat(event.getSummary().getValueCount()).isEqualTo(1);
        return event.getSummary().getValue(0);
    }

    private static int[] pixels(Summary.Value value, int channels) throws IOException {
        byte[] png = value.getImage().getEncodedImageString().toByteArray();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(value.getImage().getWidth());
        assertThat(image.getHeight()).isEqualTo(value.getImage().getHeight());
        assertThat(value.getImage().getColorspace()).isEqualTo(channels);
        return image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
    }
}
