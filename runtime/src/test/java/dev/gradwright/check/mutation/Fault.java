package dev.gradwright.check.mutation;

/** A fault that can be planted in the backward pass of a {@link Layer}, whose faults are an enum. */
interface Fault {

    /** No fault: the layer is correct. */
    Fault NONE = new Fault() {
        @Override
        public Trace trace() {
            throw new IllegalStateException("nothing is planted");
        }

        @Override
        public String toString() {
            return "nothing";
        }
    };

    /** How a check must see it. */
    Trace trace();
}
