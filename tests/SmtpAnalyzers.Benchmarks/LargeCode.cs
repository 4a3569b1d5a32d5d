namespace SmtpAnalyzers.Benchmarks;

/// <summary>Code of one kind in any size: a body that is as large as a generator makes it.</summary>
/// <param name="Name">As the table calls it.</param>
/// <param name="Smallest">The first size that is measured.</param>
/// <param name="Statements">The body of a given size.</param>
internal sealed record LargeCode(string Name, int Smallest, Func<int, string> Statements)
{
    private const string Bounded = "each reply is followed through the whole body, until they are too many: then none is";

    // A symbol action comes before the bodies that the compiler has bound are handed to analyzers: ours are bound once more.
    private const string BoundAgain = "the compiler's own work for a switch, done once more for us";

    public static readonly LargeCode[] All =
    [
        new("switch labels", 625,
            size => "switch ((int)c) { " + Repeat(size, i => $"case {400 + i}: ")
                + "return true; default: return false; }") { WhyNotLinear = BoundAgain },
        new("switch sections", 625,
            size => "switch ((int)c) { " + Repeat(size, i => $"case {400 + i}: return {(i % 2 == 0 ? "true" : "false")}; ")
                + "default: return false; }") { WhyNotLinear = BoundAgain },
        new("switch expression arms", 250,
            size => "return (int)c switch { " + Repeat(size, i => $"{400 + i} => {(i % 2 == 0 ? "true" : "false")}, ")
                + "_ => false };") { WhyNotLinear = BoundAgain },
        new("|| chain", 625, size => "return " + Join(size, " || ", i => $"(int)c == {Code(i)}") + ";"),
        new("&& chain", 625, size => "return " + Join(size, " && ", i => $"(int)c != {Code(i)}") + ";"),
        new("ranges", 625, size => "return " + Join(size, " || ", i => $"((int)c >= {Lower(i)} && (int)c <= {Upper(i)})") + ";"),
        new("range patterns", 625, size => "return " + Join(size, " || ", i => $"(int)c is >= {Lower(i)} and <= {Upper(i)}") + ";"),
        new("or pattern", 250, size => "return (int)c is " + Join(size, " or ", i => $"{Code(i)}") + ";"),
        new("list", 625, size => "return new[] { " + Join(size, ", ", i => $"{Code(i)}") + " }.Contains((int)c);"),
        new("filter ranges", 625, size => "try { Send(1); } catch (SmtpCommandException e) when ("
            + Join(size, " || ", i => $"((int)e.StatusCode >= {Lower(i)} && (int)e.StatusCode <= {Upper(i)})")
                + ") { return true; } return false;"),
        new("nested switches", 63,
            size => Repeat(size, i => $"switch ((int)c) {{ case {Code(i)}: case {Code(i + 7)}: return true; default: ")
            + "break; " + Repeat(size, _ => "} ") + "return false;"),
        new("ifs", 250,
            size => Repeat(size, i => $"if ((int)c == {Code(i)}) return {(i % 2 == 0 ? "true" : "false")}; ") + "return false;"),
        new("nested ifs", 60, size => Repeat(size, i => $"if ((int)c > {Code(i)}) ") + "return true; return false;"),
        new("nested else ifs", 60, size => Repeat(size, i => $"if ((int)c == {Code(i)}) return true; else ") + "return false;"),
        new("ternaries", 60, size => "return " + Repeat(size, i => $"(int)c < {Code(i)} ? false : ") + "true;"),
        new("catch clauses", 250,
            size => "try { Send(1); } "
                + Repeat(size, i => $"catch (SmtpCommandException e) when ((int)e.StatusCode == {Code(i)}) {{ return true; }} ")
                    + "return false;"),
        new("tries", 125,
            size => Repeat(size,
                i => $"try {{ Send({i}); }} catch (SmtpCommandException e) when ((int)e.StatusCode == {Code(i)}) {{ return true; }} ")
                    + "return false;"),
        new("nested tries", 15,
            size => Repeat(size, _ => "try { ") + "Send(1); "
                + Repeat(size, i => $"}} catch (SmtpCommandException e) when ((int)e.StatusCode == {Code(i)}) {{ return true; }} ")
                    + "return false;") { WhyNotLinear = Bounded },
        new("tries nested in catches", 10, size => Repeat(size, i => $"try {{ client.Send(mail); }} catch (SmtpCommandException e{i}) {{ ")
            + Repeat(size, i => $"if ((int)e{size - 1 - i}.StatusCode == {Code(i)}) return true; }} ")
                + "return false;") { WhyNotLinear = Bounded },
        new("loops with sends in loops", 10,
            size => Repeat(size,
                i => $"for (var i{i} = 0; i{i} < 9; i{i}++) {{ try {{ client.Send(mail); }} catch (SmtpCommandException) {{ }} ")
            + new string('}', size) + " return false;") { WhyNotLinear = Bounded },
        new("nested switches", 60,
            size => Repeat(size, i => $"switch ((int)c) {{ case {Code(i)}: return true; case {Code(i + 7)}: break; default: ")
            + "return false;" + new string('}', size) + " return false;"),
        new("copies", 250,
            size => "var x0 = c; " + Repeat(size, i => $"var x{i + 1} = x{i}; ") + $"return x{size} == SmtpStatusCode.MailboxBusy;"),
        new("flags", 60,
            size => Repeat(size, i => $"var f{i} = (int)c == {Code(i)}; ") + "return " + Join(size, " || ", i => $"f{i}") + ";"),
        new("one flag, assigned often", 250,
            size => "var permanent = false; " + Repeat(size, i => $"if ((int)c == {Code(i)}) permanent = true; ") + "return permanent;"),
        new("flag added to", 250,
            size => "var permanent = false; " + Repeat(size, i => $"permanent |= (int)c == {Code(i)}; ") + "return permanent;"),
        new("loops in loops", 15,
            size => Repeat(size, i => $"for (var i{i} = 0; i{i} < 9; i{i}++) ") + "if ((int)c >= 500) return true; return false;"),
        new("loops", 125,
            size => Repeat(size, i => $"while (Send({i}) > 1) {{ if ((int)c == {Code(i)}) return true; }} ") + "return false;"),
        new("lambdas", 125,
            size => Repeat(size, i => $"Func<SmtpStatusCode, bool> isPermanent{i} = x => (int)x == {Code(i)}; ")
                + "return isPermanent0(c);"),
        new("nested lambdas", 15,
            size => "return " + Repeat(size, _ => "new Func<bool>(() => ") + "(int)c >= 500" + new string(')', size) + "();"),
        new("local functions", 125,
            size => Repeat(size, i => $"bool IsPermanent{i}(SmtpStatusCode x) => (int)x == {Code(i)}; ")
                + "return IsPermanent0(c);") { WhyNotLinear = "the compiler looks each one up among all" },
        new("reply codes", 60,
            size => Repeat(size, i => $"if (Read({i}) == SmtpStatusCode.MailboxBusy) return true; ")
                + "return false;") { WhyNotLinear = Bounded },
        new("calls", 625, size => Repeat(size, i => $"Send({i}); ") + "return (int)c >= 500;"),
        new("dialogue", 250,
            size => "string reply; " + Repeat(size, i => $"reply = Ask(\"RCPT TO:<{i}@a.example>\"); "
                + "if (!reply.StartsWith(\"250\")) return false; ") + "return true;"),
        new("dialogue in two steps", 250,
            size => Repeat(size, i => $"Command(\"RCPT TO:<{i}@a.example>\"); "
                + "if (Reply() != \"250\") throw new Exception(\"refused\"); ") + "return true;"),
        new("nested calls", 50, size => "return " + Repeat(size, _ => "Send(") + "(int)c" + new string(')', size) + " >= 500;"),
        new("nested reply codes", 50, size => "return " + Repeat(size, _ => "Read((int)") + "c" + new string(')', size)
            + " >= (SmtpStatusCode)500;") { WhyNotLinear = Bounded },
        new("strings", 625, size => "Console.WriteLine(" + Join(size, " + ", i => $"\"word {i} \"") + "); return (int)c >= 500;"),
        new("strings and values", 625, size => "Console.WriteLine(" + Join(size, " + ", i => $"\"word {i} \" + c")
            + "); return (int)c >= 500;"),
    ];

    /// <summary>Why the limit does not hold for it; null where it does.</summary>
    public string? WhyNotLinear { get; init; }

    // No more codes than there are replies: what is done for each of them grows no further.
    private static int Code(int i) => 400 + (i % 200);

    // Each range is another, and none covers many others: most codes take a way of their own.
    private static int Lower(int i) => 200 + (i * 7 % 400);

    private static int Upper(int i) => Lower(i) + 1 + (i / 400);

    public string File(int size) => $$"""
        using System; using System.Linq; using MailKit.Net.Smtp;
        class Mailer
        {
            static SmtpClient client;
            static MimeKit.MimeMessage mail;
            static int Send(int message) => message;
            static void Command(string line) { }
            static string Ask(string line) => "250";
            static string Reply() => "250";
            static SmtpStatusCode Read(int step) => (SmtpStatusCode)step;
            static bool IsPermanent(SmtpStatusCode c) { {{Statements(size)}} }
        }
        """;

    private static string Repeat(int count, Func<int, string> text) => string.Concat(Enumerable.Range(0, count).Select(text));

    private static string Join(int count, string separator, Func<int, string> text) =>
        string.Join(separator, Enumerable.Range(0, count).Select(text));
}
