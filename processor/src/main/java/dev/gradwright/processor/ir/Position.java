package dev.gradwright.processor.ir;

/** A place in the user's source, as diagnostics and comments in generated code need it. */
public interface Position {

    /** A place for code that stands for nothing in particular in the source. */
    Position NOWHERE = new Position() {
        @Override
        public String file() {
            return "";
        }

        @Override
        public int line() {
            return 0;
        }

        @Override
        public String text() {
            return "";
        }
    };

    /** The source file's simple name, such as {@code Affine.java}. */
    String file();

    /** The line, from 1; 0 where there is none. */
    int line();

    /** The source line without surrounding blanks; empty where it is not known. */
    String text();
}
