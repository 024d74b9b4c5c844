package dev.gradwright.monitor.page;

/** What a {@link PageServer} shows. Asked by several threads at once, none of which is the one that trains. */
public interface PageContent {

    /** The page as it is now, with a script that asks for {@code changes?since=}. */
    String livePage();

    /**
     * What is new, as JSON for the page's script.
     *
     * @param version the version that an earlier answer told, 0 for everything
     */
    String changes(long version);
}
