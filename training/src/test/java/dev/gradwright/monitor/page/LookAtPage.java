package dev.gradwright.monitor.page;

import java.nio.file.Files;
import java.nio.file.Path;

/** Takes pictures of a page, to be looked at: desktop, phone, dark. */
final class LookAtPage {

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Path file = folder.resolve("page.html");
        if (arguments.length > 1) {
            file = Path.of(arguments[1]);
        } else {
            try (TrainingPage page = new TrainingPage("Digits: 64-48-10, momentum", file)) {
                SyntheticRun run = new SyntheticRun(page);
                run.steps(0, 1350);
                run.worry(1300);
            }
        }
        try (Browser browser = Browser.start()) {
            int[][] views = {{1400, 900, 0}, {1400, 900, 1}, {390, 800, 0}, {390, 800, 1}};
            for (int[] view : views) {
                browser.setView(view[0], view[1], view[2] == 1);
                browser.open(file.toUri().toString());
                Thread.sleep(700);
                Files.write(folder.resolve(view[0] + (view[2] == 1 ? "-dark" : "") + ".png"), browser.picture());
            }
            System.out.println(browser.complaints());
        }
    }
}
