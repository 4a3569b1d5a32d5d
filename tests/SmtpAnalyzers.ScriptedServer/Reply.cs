using System.Globalization;

namespace SmtpAnalyzers.ScriptedServer;

/// <summary>One reply of the server: a code with one or more lines of text, and whether the connection ends with it.</summary>
/// <remarks>A bare number converts: <c>server.On(SmtpStep.Rcpt).Gives(450, 250)</c>.</remarks>
public sealed record Reply
{
    private Reply(int code, string wire) => (Code, Wire) = (code, wire);

    /// <summary>A reply with one line for each text; none gives a text that names the code.</summary>
    public Reply(int code, params IReadOnlyList<string> lines)
        : this(code, Format(code, lines is [] ? [string.Create(CultureInfo.InvariantCulture, $"scripted {code}")] : lines))
    {
    }

    /// <summary>No reply at all: the server closes the connection instead.</summary>
    public static Reply Close { get; } = new Reply(0, "").ThenClose();

    /// <summary>The reply code; 0 where the server says nothing or what it says is no reply.</summary>
    public int Code { get; }

    /// <summary>What goes over the line, line ends included.</summary>
    public string Wire { get; }

    /// <summary>Whether the server closes the connection after this reply.</summary>
    public bool Closes { get; private init; }

    /// <summary>Exactly these characters, for replies that break the grammar of RFC 5321.</summary>
    public static Reply Verbatim(string wire) => new(0, wire);

    /// <summary>This reply, after which the server closes the connection.</summary>
    public Reply ThenClose() => this with { Closes = true };

    public static implicit operator Reply(int code) => new(code);

    private static string Format(int code, IReadOnlyList<string> lines) =>
        string.Concat(lines.Select((line, index) =>
            string.Create(CultureInfo.InvariantCulture, $"{code}{(index == lines.Count - 1 ? ' ' : '-')}{line}\r\n")));
}
