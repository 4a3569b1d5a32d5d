using BenchmarkDotNet.Running;
using SmtpAnalyzers.Benchmarks;

if (args is ["bench", ..])
{
    BenchmarkRunner.Run<AllocationBenchmarks>(args: args[1..]);
    return 0;
}

if (args is ["growth", ..])
    return Growth.Run(args.ElementAtOrDefault(1) ?? "") ? 0 : 1;

if (args is ["peers"])
{
    Peers.Run();
    return 0;
}

if (args is ["fixes"])
    return await FixCosts.RunAsync() ? 0 : 1;

return AllocationGate.Run(args.FirstOrDefault() ?? "") ? 0 : 1;
