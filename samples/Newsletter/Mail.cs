namespace Newsletter;

internal enum MailKind
{
    Issue,
    Welcome,
    Receipt,
    Reminder,
    Confirmation,
}

internal enum DeliveryOutcome
{
    Delivered,
    Retry,
    Permanent,
}

internal sealed record Mail(MailKind Kind, string To, string Subject)
{
    public int Attempts { get; set; }
}

internal static class MailFile
{
    /// <summary>One mail a line: kind, recipient, subject.</summary>
    public static IEnumerable<Mail> Read(string file) =>
        from line in File.ReadLines(file)
        where !string.IsNullOrWhiteSpace(line)
        let parts = line.Split(',', 3, StringSplitOptions.TrimEntries)
        select new Mail(Enum.Parse<MailKind>(parts[0], ignoreCase: true), parts[1], parts[2]);
}
