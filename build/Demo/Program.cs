using System.Runtime.InteropServices;
using SmtpAnalyzers.Demo;

// Packs the analyzers, builds and runs the sample mailer with its mistakes, applies the fixes, builds and runs it again.
using var stopping = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

try
{
    using var progress = new Progress();
    using var workshop = new Workshop();
    return await Demonstration.RunAsync(workshop, progress, stopping.Token) ? 0 : 1;
}
catch (StepFailedException ex)
{
    Console.Error.WriteLine($"\nFailed: {ex.Message}");
    return 1;
}
catch (OperationCanceledException) when (stopping.IsCancellationRequested)
{
    Console.Error.WriteLine("\nStopped.");
    return 1;
}

void Stop(PosixSignalContext signal)
{
    // First the cleaning up, then the end.
    signal.Cancel = true;
    stopping.Cancel();
}
