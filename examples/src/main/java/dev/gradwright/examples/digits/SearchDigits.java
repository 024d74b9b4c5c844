package dev.gradwright.examples.digits;

import dev.gradwright.monitor.Finding;
import dev.gradwright.search.Progress;
import dev.gradwright.search.stage.Stage;
import dev.gradwright.search.stage.StagedResult;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Searches for learning rate, regularization, hidden units and momentum of the digit classifier, and leaves a page. Interrupted and run again, it goes on
 * where it was; every run finds the same.
 */
public final class SearchDigits {

    private static final long SEED = 42;
    private static final int MANY_EPOCHS = 25;

    private SearchDigits() {}

    /**
     * Runs the program.
     *
     * @param arguments the folder for journals and the page; {@code digits-search} in the current folder if not given
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "digits-search");
        Digits train = Digits.load().split(0.2, SEED).train();
        DigitsSearch digits = new DigitsSearch(train.split(0.2, SEED), Stage.recipe(MANY_EPOCHS), folder);
        StagedResult result = digits.run(digits.search().seed(SEED).workers(2).progress(Progress.console()));
        for (Finding finding : result.findings()) {
            System.out.println(finding.sentence() + " " + finding.remedy());
        }
        System.out.println("winner: " + result.winner());
        System.out.println(result.noise().orElseThrow().sentence());
        Path page = folder.resolve("search.html");
        digits.savePage(result, page);
        System.out.println("all trials are shown in " + page);
    }
}
