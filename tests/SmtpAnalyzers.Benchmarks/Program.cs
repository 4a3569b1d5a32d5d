using BenchmarkDotNet.Running;
using SmtpAnalyzers.Benchmarks;

if (args is ["bench", ..])
{
    BenchmarkRunner.Run<AllocationBenchmarks>(args: args[1..]);
    return 0;
}

return AllocationGate.Run() ? 0 : 1;
