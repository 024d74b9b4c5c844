package dev.gradwright.train;

/**
 * A hook that has failed and was not called again.
 *
 * @param name the hook's name
 * @param moment what it was told of: {@code onBatchEnd}
 * @param step the step of the optimizer
 * @param cause what it has thrown
 */
public record HookFailure(String name, String moment, long step, Throwable cause) {

    @Override
    public String toString() {
        return "the hook " + name + " failed in " + moment + " at step " + step + " and is not called any more: "
                + cause;
    }
}
