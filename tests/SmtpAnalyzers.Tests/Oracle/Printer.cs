using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MailKit.Net.Smtp;

namespace SmtpAnalyzers.Tests.Oracle;

using Scope = ImmutableDictionary<string, ImmutableArray<string>>;

/// <summary>Prints programs as C#. The hits are numbered through all programs of one printer.</summary>
internal sealed partial class Printer
{
    private static readonly int[] Codes =
        [250, 450, 550, 421, 451, 452, 554, 500, 400, 499, 200, 221, 251, 299, 300, 354, 399, 432, 454, 455, 501, 504, 521, 530, 535, 551,
            552, 553, 599, 199, 600, 0, -1, 1000];

    // What mailers name, and what bounds they set.
    private static readonly int[] Common = [421, 450, 451, 452, 550, 551, 553, 554, 501, 221, 251, 250, 454, 552];
    private static readonly int[] Bounds = [200, 250, 300, 354, 400, 421, 450, 499, 500, 501, 550, 599, 600];

    private static readonly int[] Cuts = Bounds[1..];

    private static readonly string[] Verdicts = ["Retry", "GiveUp", "Retry", "GiveUp", "Other", "Delivered"];

    private readonly Scope _start = Scope.Empty.Add("return", ["return;"]);
    private int _names;
    private HashSet<int> _labels = [];

    public int Hits { get; private set; }

    public string Print(Piece program) => Print(program, _start);

    private string Print(Piece piece, Scope scope)
    {
        if (piece.Kind == "block")
            return Block(piece, scope);
        return piece.Shape is { } shape ? Fill(piece, shape, scope, out _) : Word(piece, scope);
    }

    private string Block(Piece block, Scope scope)
    {
        var text = new StringBuilder();
        foreach (var statement in block.Parts)
        {
            text.Append(Fill(statement, statement.Shape!, scope, out var name)).Append('\n');
            scope = Extend(scope, statement.Shape!.Declares, name);
        }

        return text.ToString();
    }

    private string Fill(Piece piece, Shape shape, Scope scope, out string name)
    {
        var own = name = (++_names).ToString(CultureInfo.InvariantCulture);
        var labels = _labels;
        if (shape.Text.Contains("switch", StringComparison.Ordinal))
            _labels = [];
        var text = new StringBuilder();
        var start = 0;
        for (var i = 0; i < shape.Holes.Length; i++)
        {
            var hole = shape.Holes[i];
            text.Append(Own(shape.Text[start..hole.Start], own)).Append(Print(piece.Parts[i], Extend(scope, hole.Scope, own)));
            start = hole.Start + hole.Length;
        }

        _labels = labels;
        return text.Append(Own(shape.Text[start..], own)).ToString();
    }

    private string Own(string text, string name) =>
        HitNumber().Replace(OwnName().Replace(text, match => match.Value[1..] + name), _ => Hits++.ToString(CultureInfo.InvariantCulture));

    private static Scope Extend(Scope scope, string additions, string name)
    {
        foreach (var addition in additions.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = addition.IndexOfAny([':', '+']);
            var (kind, value) = (addition[..at], OwnName().Replace(addition[(at + 1)..], match => match.Value[1..] + name));
            scope = scope.SetItem(kind, addition[at] == ':' ? [value] : scope.GetValueOrDefault(kind, []).Add(value));
        }

        return scope;
    }

    private string Word(Piece word, Scope scope)
    {
        var code = Codes[word.Pick % Codes.Length];
        switch (word.Kind)
        {
            case "member":
                return Member(code);
            case "number":
                return Number(code);
            case "label":
                return Member(Unused(code));
            case "numlabel":
                return Number(Unused(code));
            case "reply":
                return Member(Common[word.Pick % Common.Length]);
            case "replynumber":
                return Number(Common[word.Pick % Common.Length]);
            case "bound":
                return Number(Bounds[word.Pick % Bounds.Length]);
            case "cut":
                // A bound that every code meets tells none apart: no rule can say which part of the condition let a code in.
                return Number(Cuts[word.Pick % Cuts.Length]);
            case "boundmember":
                return Member(Bounds[word.Pick % Bounds.Length]);
            case "case":
                return Member(Unused(Common[word.Pick % Common.Length]));
            case "verdict":
                return Verdicts[word.Pick % Verdicts.Length];
            case "class":
                return Number(2 + (word.Pick % 4));
            case "digit":
                return Number(word.Pick % 7);
            case "digitlabel":
                return Number(Unused(word.Pick % 7));
            case "group":
                return Number(code / 10);
            case "remainder":
                return Number(word.Pick % 100);
            case "int":
                var numbers = scope.GetValueOrDefault("int", []).Concat(scope["code"].Select(static code => "(int)" + code)).ToList();
                return numbers[word.Pick % numbers.Count];
            default:
                var known = scope[word.Kind];
                return known[word.Pick % known.Length];
        }
    }

    // Two labels of one switch differ.
    private int Unused(int number)
    {
        while (!_labels.Add(number))
            number++;
        return number;
    }

    private static string Member(int code) =>
        Enum.GetName((SmtpStatusCode)code) is { } name ? $"SmtpStatusCode.{name}" : $"(SmtpStatusCode)({code})";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b_[a-z]+\b")]
    private static partial Regex OwnName();

    [GeneratedRegex("#")]
    private static partial Regex HitNumber();
}
