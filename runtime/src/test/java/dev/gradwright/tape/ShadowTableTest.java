package dev.gradwright.tape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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
