package dev.gradwright.examples.digits;

import dev.gradwright.ensemble.Ensemble;
import dev.gradwright.ensemble.Evaluation;
import dev.gradwright.ensemble.EvaluationPage;
import dev.gradwright.monitor.Finding;
import dev.gradwright.search.Progress;
import dev.gradwright.search.stage.Stage;
import dev.gradwright.search.stage.StagedResult;
import java.io.IOException;
import java.nio.file.Path;
import org.ejml.data.DMatrixRMaj;

/**
 * Searches for learning rate, regularization, hidden units and momentum of the digit classifier, and asks the best five as one; leaves a page of either.
 * Interrupted and run again, it goes on where it was; every run finds the same.
 */
public final class SearchDigits {

    private static final long SEED = 42;
    private static final int MANY_EPOCHS = 25;
    private static final int MEMBERS = 5;

    private SearchDigits() {}

    /**
     * Runs the program.
     *
     * @param arguments the folder for journals and the page; {@code digits-search} in the current folder if not given
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "digits-search");
        Digits.Split all = Digits.load().split(0.2, SEED);
        DigitsSearch digits = new DigitsSearch(all.train().split(0.2, SEED), Stage.recipe(MANY_EPOCHS), folder);
        StagedResult result = digits.run(digits.search().seed(SEED).workers(2).progress(Progress.console()));
        for (Finding finding : result.findings()) {
            System.out.println(finding.sentence() + " " + finding.remedy());
        }
        System.out.println("winner: " + result.winner());
        System.out.println(result.noise().orElseThrow().sentence());
        Path page = folder.resolve("search.html");
        digits.savePage(result, page);
        System.out.println("all trials are shown in " + page);
        askTogether(digits.ensemble(result, MEMBERS, SEED), all.test(), folder);
    }

    /** Judges an ensemble by images that nothing was trained or chosen with, and keeps it. */
    private static void askTogether(Ensemble<DMatrixRMaj> ensemble, Digits test, Path folder) throws IOException {
        Evaluation evaluation = ensemble.evaluate(test.images(), test.labels());
        System.out.println(evaluation);
        Path page = folder.resolve("ensemble.html");
        EvaluationPage.write("The best " + MEMBERS + " of a search, asked as one", evaluation, page);
        Path file = folder.resolve("ensemble.bin");
        ensemble.save(file);
        System.out.println("the ensemble is shown in " + page + " and kept in " + file);
    }
}
