package dev.gradwright.benchmarks.monitor;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Processor time of a call, in milliseconds: of the thread that calls, and of the whole process with its collector and compiler. Unlike time by the clock it does
 * not grow where others use the processors.
 */
public final class CpuTime implements InternalProfiler {

    private static final double NANOS_IN_A_MILLISECOND = 1e6;

    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long processBefore;
    private long callersBefore;

    @Override
    public String getDescription() {
        return "Processor time of the calling thread and of the process";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        processBefore = process.getProcessCpuTime();
        callersBefore = ofCallers();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double calls = result.getMetadata().getAllOps();
        double ofCallers = (ofCallers() - callersBefore) / NANOS_IN_A_MILLISECOND / calls;
        double ofProcess = (process.getProcessCpuTime() - processBefore) / NANOS_IN_A_MILLISECOND / calls;
        return List.of(
                new ScalarResult("cpu.caller", ofCallers, "ms/op", AggregationPolicy.AVG),
                new ScalarResult("cpu.process", ofProcess, "ms/op", AggregationPolicy.AVG));
    }

    private long ofCallers() {
        long sum = 0;
        for (long id : threads.getAllThreadIds()) {
            ThreadInfo thread = threads.getThreadInfo(id);
            if (thread != null && thread.getThreadName().contains("jmh-worker")) {
                sum += Math.max(0, threads.getThreadCpuTime(id));
            }
        }
        return sum;
    }
}
