package dev.gradwright.chart;

import java.util.Arrays;
import java.util.List;

/**
 * Counts by bin as bars, one group on top of the other.
 *
 * @param title what the picture is called where it is read aloud
 * @param xLabel what is below the horizontal axis
 * @param bins what stands below each bar; empty texts leave room
 * @param groups the groups, the lowest first
 */
public record BarChart(String title, String xLabel, List<String> bins, List<Group> groups) {

    /**
     * The counts of a group by bin.
     *
     * @param name what the group is called
     * @param counts as many as there are bins
     */
    public record Group(String name, int[] counts) {

        /** Copies the counts. */
        public Group {
            counts = counts.clone();
        }
    }

    /**
     * Keeps the groups as they are.
     *
     * @throws IllegalArgumentException if a group has not as many counts as there are bins
     */
    public BarChart {
        bins = List.copyOf(bins);
        groups = List.copyOf(groups);
        for (Group group : groups) {
            if (group.counts().length != bins.size()) {
                throw new IllegalArgumentException("the group " + group.name() + " has " + group.counts().length
                        + " counts for " + bins.size() + " bins");
            }
        }
    }

    /** The height of the highest bar. */
    int highest() {
        int[] sums = new int[bins.size()];
        groups.forEach(group -> Arrays.setAll(sums, bin -> sums[bin] + group.counts()[bin]));
        return Arrays.stream(sums).max().orElse(0);
    }

    /** The picture as SVG, for a page of HTML that contains {@link Svg#STYLE}. The bars of the first group have the class {@code series-1}. */
    public String svg() {
        return new SvgBars(this).draw();
    }
}
