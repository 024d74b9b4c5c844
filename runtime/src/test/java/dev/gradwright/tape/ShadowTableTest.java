package dev.gradwright.tape;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ShadowTableTest {

    private final ShadowTable table = new ShadowTable();
    private final List<double[]> primals = new ArrayList<>();
    private final List<double[]> shadows = new ArrayList<>();

    @Test
    void fewAndManyAreFoundByIdentity() {
        for (int count = 0; count < 40; count++) {
            holds(count);
            add();
        }
        holds(40);
        assertThat(table.of(new double[] {1})).isNull();
    }

    @Test
    void whatIsForgottenIsNotFoundAndMayBeAddedAgain() {
        for (int from = 0; from < 24; from++) {
            for (int to = 0; to <= from; to++) {
                table.backTo(0);
                primals.clear();
                shadows.clear();
                for (int i = 0; i < from; i++) {
                    add();
                }
                table.backTo(to);
                holds(to);
                for (int i = to; i < from; i++) {
                    assertThat(table.of(primals.get(i))).isNull();
                    table.add(primals.get(i), shadows.get(i));
                }
                holds(from);
            }
        }
    }

    @Test
    void aRecordOfTheSameArraysInAnotherOrderIsToldFromTheOneBefore() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 30; i++) {
            primals.add(new double[] {1});
        }
        for (int turn = 0; turn < 2000; turn++) {
            if (random.nextInt(4) > 0) {
                // mostly the same in the same order
                Collections.swap(primals, random.nextInt(30), random.nextInt(30));
            }
            table.restart();
            Map<double[], double[]> expected = new IdentityHashMap<>();
            int asked = random.nextInt(30);
            for (int i = 0; i < asked; i++) {
                double[] primal = primals.get(random.nextInt(8) == 0 ? random.nextInt(30) : i);
                if (!expected.containsKey(primal)) {
                    assertThat(table.of(primal)).isNull();
                    double[] shadow = {turn};
                    expected.put(primal, shadow);
                    table.add(primal, shadow);
                }
                for (double[] any : primals) {
                    assertThat(table.of(any)).isSameAs(expected.get(any));
                }
            }
            assertThat(table.size()).isEqualTo(expected.size());
        }
    }

    @Test
    void whatTheLastRecordDidNotAskForIsNotHeld() throws InterruptedException {
        add();
        WeakReference<double[]> rest = new WeakReference<>(new double[] {1});
        table.add(rest.get(), new double[] {0});
        table.restart();
        table.add(primals.get(0), shadows.get(0));
        table.restart();
        for (int i = 0; i < 100 && rest.get() != null; i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(rest.get()).isNull();
    }

    private void add() {
        // equal arrays are different things
        primals.add(new double[] {1});
        shadows.add(new double[] {0});
        table.add(primals.get(primals.size() - 1), shadows.get(shadows.size() - 1));
    }

    private void holds(int count) {
        assertThat(table.size()).isEqualTo(count);
        for (int i = 0; i < count; i++) {
            assertThat(table.of(primals.get(i))).isSameAs(shadows.get(i));
            assertThat(table.shadow(i)).isSameAs(shadows.get(i));
        }
    }
}
