namespace Newsletter;

internal sealed record Settings(string Host, int Port, string MailFile, TimeSpan Pause, string? ReportFile)
{
    public const int MaxAttempts = 5;

    public const string From = "news@newsletter.test";

    public static readonly string[] Admins = ["ops@newsletter.test", "former.admin@newsletter.test", "former.owner@newsletter.test"];

    public static Settings Parse(string[] args) => new(
        args[0],
        int.Parse(args[1]),
        Option(args, "--mails") ?? Path.Combine(AppContext.BaseDirectory, "mails.csv"),
        Option(args, "--pause") is { } pause ? TimeSpan.FromMilliseconds(int.Parse(pause)) : TimeSpan.FromMinutes(30),
        Option(args, "--report"));

    private static string? Option(string[] args, string name)
    {
        var index = Array.IndexOf(args, name);
        return index >= 0 && index + 1 < args.Length ? args[index + 1] : null;
    }
}
