using System.Runtime.InteropServices;
using SmtpAnalyzers.Survey;

// Analyzes a folder of C# files or a cloned repository; see SurveyArguments.Usage and docs/ci.md.
using var stopping = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

try
{
    var arguments = SurveyArguments.Parse(args);
    if (arguments.Help)
    {
        Console.WriteLine(SurveyArguments.Usage);
        return 0;
    }

    var progress = new Progress();
    await new Survey(arguments, progress, Console.Out).RunAsync(stopping.Token);
    return progress.Problems == 0 ? 0 : 1;
}
catch (UsageException ex)
{
    Console.Error.WriteLine($"{ex.Message}\n\n{SurveyArguments.Usage}");
    return 2;
}
catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(ex.Message);
    return 1;
}
catch (OperationCanceledException) when (stopping.IsCancellationRequested)
{
    Console.Error.WriteLine("Stopped.");
    return 1;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopping.Cancel();
}
