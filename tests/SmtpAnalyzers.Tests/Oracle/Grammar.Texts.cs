namespace SmtpAnalyzers.Tests.Oracle;

internal static partial class Grammar
{
    private const string ABox = "what is in a box is not followed", AComparer = "a comparer is not followed";

    // Codes as text, in boxes, and compared by methods.
    private static Shape[] Texts =>
    [
        Exact("condition", "interpolated number", "$\"{@int}\" == \"@number\""),
        Exact("condition", "interpolated name", "$\"{@code}\" == nameof(SmtpStatusCode.MailboxBusy)"),
        Exact("condition", "interpolated number begins", "$\"{@int}\".StartsWith(\"@digit\")"),
        Exact("condition", "first part of a text", "(@int).ToString().Substring(0, 1) == \"@digit\""),
        Exact("condition", "range of a text", "(@int).ToString()[..1] == \"@digit\""),
        Exact("condition", "switch on the first part",
            "((@int).ToString().Substring(0, 1) switch { \"4\" => @condition, \"5\" => true, _ => false })"),
        Exact("condition", "switch on the first character",
            "((@int).ToString()[0] switch { '4' => true, '5' or '2' => @condition, _ => false })"),
        Exact("condition", "text parsed", "int.Parse((@int).ToString()) == @number"),
        Exact("condition", "text equal by method", "(@int).ToString().Equals(\"@number\")"),
        Exact("condition", "text equal by the class", "string.Equals(\"@number\", (@int).ToString(), StringComparison.Ordinal)"),
        Exact("condition", "name pattern", "@code.ToString() is nameof(SmtpStatusCode.MailboxBusy) or \"@number\""),
        Inexact("condition", "text joined", "(\"\" + @int) == \"@number\"", "a text that is put together is not followed"),
        Inexact("condition", "text concatenated", "string.Concat(@int, \" \") == \"@number \"",
            "a text that is put together is not followed"),
        Inexact("condition", "interpolated text with more", "$\"{@int} \" == \"@number \"", "a text that is put together is not followed"),
        Inexact("condition", "length of a text", "(@int).ToString().Length == 3 && @condition", "the length of a text is not followed"),
        Inexact("condition", "text contains", "(@int).ToString().Contains(\"@digit\")", "where a text is in another is not followed"),
        Inexact("condition", "text tried", "int.TryParse((@int).ToString(), out var _n) && _n == @number",
            "what a function gives out is not followed"),
        Inexact("condition", "code tried", "Enum.TryParse<SmtpStatusCode>((@int).ToString(), out var _p) && _p == @member",
            "what a function gives out is not followed"),
        Inexact("condition", "code parsed", "Enum.Parse<SmtpStatusCode>((@int).ToString()) == @member", "an unknown call"),
        Inexact("condition", "name of a code", "Enum.GetName(@code) == \"MailboxBusy\"", "an unknown call"),
        Inexact("condition", "no name of a code", "Enum.GetName(typeof(SmtpStatusCode), @code) is null", "an unknown call"),
        Inexact("condition", "is a digit", "char.IsDigit((@int).ToString()[0])", "an unknown call"),

        Exact("condition", "equal by the class", "object.Equals(@code, @member)"),
        Inexact("condition", "boxed code of its type", "(object)@code is SmtpStatusCode _s && @condition[code:_s]", ABox),
        Inexact("condition", "boxed code of another type", "(object)@code is string or int", ABox),
        Inexact("condition", "boxed code and a number", "(object)@code is @number", ABox),
        Inexact("condition", "boxed number and a number", "(object)(@int) is @number", ABox),
        Inexact("condition", "boxed code and a member", "(Enum)@code is @member", ABox),
        Inexact("condition", "equals a number", "@code.Equals(@number)", ABox),
        Inexact("condition", "number equals a code", "(@int).Equals(@member)", ABox),
        Inexact("condition", "equal by the class to a number", "object.Equals(@code, @number)", ABox),
        Inexact("condition", "boxes of two types equal", "((object)@code).Equals((object)@number)", ABox),
        Inexact("condition", "equality comparer", "EqualityComparer<SmtpStatusCode>.Default.Equals(@code, @member)", AComparer),
        Inexact("condition", "compared", "@code.CompareTo(@member) == 0", AComparer),
        Inexact("condition", "numbers compared", "(@int).CompareTo(@number) >= 0", AComparer),
        Inexact("condition", "comparer", "Comparer<int>.Default.Compare(@int, @number) < 0", AComparer),
        Inexact("condition", "flag of the enum", "@code.HasFlag(SmtpStatusCode.ServiceReady)", "bits are not followed"),
        Inexact("condition", "bits", "(@int & 1) == 0", "bits are not followed"),
        Inexact("condition", "amount", "Math.Abs(@int) == @number", "an unknown call"),
        Inexact("condition", "division by the class", "Math.DivRem(@int, 100, out _) == @digit", "an unknown call"),
        Inexact("condition", "broken number", "@int / 100.0 >= @digit", "a broken number is not followed"),
        Inexact("condition", "negative", "-@int == -@number", "a sign is not followed"),
        Inexact("condition", "constant first in a difference", "@number - @int == 0", "arithmetic is followed where the code comes first"),
        Exact("condition", "class times a hundred", "@int / 100 * 100 == 400"),
        Exact("condition", "by the name of the enum in this file",
            "@code == ReplyStatus.MailboxBusy || @code is ReplyStatus.MailboxUnavailable"),
        Exact("condition", "by the name of the member alone", "@code == MailboxBusy || @code is MailboxUnavailable or ErrorInProcessing"),
    ];

    // Patterns that give names, and switches over what they name.
    private static Shape[] Named =>
    [
        Exact("condition", "named beside a pattern", "@code is var _x and (@pattern or @pattern)"),
        Exact("condition", "range that is named", "@int is >= 400 and < 500 and var _x"),
        Exact("condition", "named and looked at", "@code is @pattern and var _x && @condition[code:_x]"),
        Exact("condition", "parenthesized", "((@int) is (>= 400) and (not (>= 500)))"),
        Exact("condition", "switch that names", "(@code switch { @pattern and var _c when @condition[code:_c] => true, _ => @condition })"),
        Exact("condition", "switch in a switch", """
            ((@code switch {
                @label => true, @label => @condition, _ => false
            }) switch { true => @condition, false => @condition })
            """),
        Exact("pattern", "typed", "SmtpStatusCode"),
        Exact("pattern", "typed and a pattern", "(SmtpStatusCode and @pattern)"),
    ];
}
