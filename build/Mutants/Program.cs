using System.Globalization;
using SmtpAnalyzers.Mutants;
using SmtpAnalyzers.Tests;

// Changes the core of the analyzers in all the ways that *Changes.cs knows, and says which changes no test sees; see CONTRIBUTING.md.
if (args is ["worker" or "from-start", var wanted, var number])
{
    var ids = Console.In.ReadToEnd().Split().Where(static id => id.Length > 0)
        .Select(static id => int.Parse(id, CultureInfo.InvariantCulture)).ToList();
    var output = Console.Out;
    Console.SetOut(TextWriter.Null);
    var worker = new Worker(int.Parse(number, CultureInfo.InvariantCulture), output);
    // Some changes recurse further than the code does.
    var thread = new Thread(() =>
    {
        if (args[0] == "worker")
            worker.Try(wanted, ids);
        else
            worker.TryFromStart(wanted, ids[0]);
    }, maxStackSize: 16 << 20);
    thread.Start();
    thread.Join();
    Environment.Exit(0);
}

string[] folders = [.. args.Where(static argument => argument[0] != '-')];
var artifacts = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "mutants")).FullName;
var code = await MutatedCode.OfAsync(
    Path.Combine(Repository.Root, "src", "SmtpAnalyzers", "SmtpAnalyzers.csproj"),
        folders.Length > 0 ? folders : ["Smtp", "Naming", "Conditions", "Flow"]);
Report.Step($"{code.Mutations.Count} changes");

var run = Directory.CreateDirectory(Path.Combine(artifacts, "run")).FullName;
foreach (var file in Directory.GetFiles(AppContext.BaseDirectory))
    File.Copy(file, Path.Combine(run, Path.GetFileName(file)), overwrite: true);
code.Write(Path.Combine(run, "SmtpAnalyzers.dll"));

var explained = Repository.Lines("build/Mutants/Explained.txt").Where(static line => line is not ("" or ['#', ..]))
    .ToHashSet(StringComparer.Ordinal);
var report = new Report(code.Mutations, Path.Combine(artifacts, "results.tsv"), explained);
if (args.Contains("--again"))
    report.ReadEarlier();
var workforce = new Workforce(Path.Combine(run, "SmtpAnalyzers.Mutants.dll"), code.Mutations.Count, report.Tell);
foreach (var suite in Suite.All.Where(suite => !args.Contains($"--no-{suite}")))
{
    await workforce.TryAsync(suite, report.Those("new", "survived", "unreached"), processes: 2);
    // The tables of words are computed once, by code that is called later, too.
    if (suite == "units")
        await workforce.TryFromStartAsync(suite, report.InTables(), processes: 2);
    report.Write();
    Report.Step($"{suite}: {report.Those("survived").Count} survive, {report.Those("unreached").Count} are not reached");
}

report.Print(Console.Out);
