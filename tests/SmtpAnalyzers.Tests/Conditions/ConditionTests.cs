using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Tests.Conditions;

/// <summary>
/// Conditions as the analyzer reads them: the codes with which each may be true and false, and the atom that lets a code through.
/// </summary>
public sealed class ConditionTests
{
    // "rest" stands for all codes that do not make it true: then the code alone decides. "none" is that there is no reply code.
    public static readonly TheoryData<string, string, string, string> Rows = new()
    {
        // Comparisons: a name, a class, a bound.
        { "code == 450", "450", "rest", "450: Named 450; 451: Otherwise code == 450" },
        { "450 == code", "450", "rest", "450: Named 450; 451: Otherwise 450 == code" },
        { "c == SmtpStatusCode.MailboxBusy", "450", "rest", "450: Named SmtpStatusCode.MailboxBusy" },
        { "code != 450", "-1, 200-449, 451-599, none", "450", "450: Named 450; 451: Otherwise code != 450" },
        { "code / 100 == 4", "400-499", "rest", "450: Group 4; 550: Otherwise code / 100 == 4" },
        { "code / 100 != 2", "-1, 300-599, none", "200-299", "250: Group 2; 450: Group 2" },
        { "code % 100 == 50", "250, 350, 450, 550", "rest", "450: Group 50" },
        { "code > 499", "500-599", "rest", "500: LowerBound 499; 499: UpperBound 499" },
        { "code >= 500", "500-599", "rest", "500: LowerBound 500; 499: UpperBound 500" },
        { "code < 500", "-1, 200-499", "500-599, none", "499: UpperBound 500; 500: LowerBound 500" },
        { "code <= 499", "-1, 200-499", "500-599, none", "499: UpperBound 499; 500: LowerBound 499" },
        { "499 < code", "500-599", "rest", "500: LowerBound 499; 499: UpperBound 499" },
        { "500 <= code", "500-599", "rest", "500: LowerBound 500; 499: UpperBound 500" },
        { "500 > code", "-1, 200-499", "500-599, none", "499: UpperBound 500; 500: LowerBound 500" },
        { "499 >= code", "-1, 200-499", "500-599, none", "499: UpperBound 499; 500: LowerBound 499" },

        // And, or, not, and what is equal to them.
        { "code >= 400 & code < 500", "400-499", "rest", "450: LowerBound 400, UpperBound 500; 550: LowerBound 500; 250: UpperBound 400" },
        { "code == 450 | code == 451", "450-451", "rest", "451: Named 451; 452: Otherwise code == 450" },
        { "code == 450 | code == 451 | code == 452", "450-452", "rest", "452: Named 452; 453: Otherwise code == 450" },
        { "code >= 400 & code != 452 & code < 500", "400-451, 453-499", "rest", "452: Named 452" },
        { "!(code == 450 | code == 451)", "-1, 200-449, 452-599, none", "450-451", "450: Named 450; 500: Otherwise code == 450" },
        { "!!(code == 450)", "450", "rest", "450: Named 450" },
        { "(code == 450) == true", "450", "rest", "450: Named 450" },
        { "true == (code == 450)", "450", "rest", "450: Named 450" },
        { "(code == 450) == false", "-1, 200-449, 451-599, none", "450", "450: Named 450" },
        { "(code == 450) != false", "450", "rest", "450: Named 450" },
        { "code >= 400 ^ code >= 500", "400-499", "rest", "450: Otherwise code >= 400 ^ code >= 500" },
        { "code >= 400 != code >= 500", "400-499", "rest", "450: Otherwise code >= 400 != code >= 500" },
        { "code >= 500 == code >= 400", "-1, 200-399, 500-599, none", "400-499", "450: Otherwise code >= 500 == code >= 400" },
        { "(code == 450) is true", "450", "rest", "450: Named 450" },
        { "(code == 450) is false", "-1, 200-449, 451-599, none", "450", "450: Named 450" },
        { "(code == 450) is not true", "-1, 200-449, 451-599, none", "450", "450: Named 450" },

        // What something else decides, too.
        { "Other() & code == 450", "450", "-1, 200-599, none", "450: Named 450" },
        { "Other() | code == 450", "-1, 200-599, none", "-1, 200-449, 451-599, none", "450: Named 450" },
        { "Other() & c != 0", "-1, 200-599, none", "-1, 200-599, none", "450: Otherwise Other()" },

        // Patterns.
        { "code is 450", "450", "rest", "450: Named 450; 451: Otherwise 450" },
        { "c is SmtpStatusCode.MailboxBusy", "450", "rest", "450: Named SmtpStatusCode.MailboxBusy" },
        { "code is 450 or 451 or 452", "450-452", "rest", "452: Named 452; 453: Otherwise 450" },
        { "code is not 450", "-1, 200-449, 451-599, none", "450", "450: Named 450; 451: Otherwise 450" },
        { "code is not (450 or 451)", "-1, 200-449, 452-599, none", "450-451", "451: Named 451; 452: Otherwise 450" },
        { "code is >= 400 and < 500", "400-499", "rest", "450: LowerBound 400, UpperBound 500; 550: LowerBound 500; 250: UpperBound 400" },
        { "code is > 399 and not 452 and <= 499", "400-451, 453-499", "rest", "450: LowerBound 399, UpperBound 499; 452: Named 452" },
        { "code is < 400 or > 499", "-1, 200-399, 500-599", "400-499, none", "250: UpperBound 400; 550: LowerBound 499" },
        { "code is var x", "-1, 200-599, none", "", "450: Otherwise var x" },
        { "(code, 1) is (450, _)", "450", "rest", "450: Named 450; 451: Otherwise 450" },
        { "(code, 1) is (450 or 451, _)", "450-451", "rest", "451: Named 451" },
        { "(1, code) is not (_, 450)", "-1, 200-449, 451-599, none", "450", "450: Named 450" },
        { "(code, o) is (450, not null)", "450", "-1, 200-599, none", "450: Named 450; 451: Otherwise 450" },
        { "o is 450 & code == 1", "", "-1, 200-599, none", "450: Otherwise 450" },

        // The owner of the code: types, null, properties.
        { "ex is { StatusCode: SmtpStatusCode.MailboxBusy }", "450", "rest", "450: Named SmtpStatusCode.MailboxBusy" },
        { "ex is SmtpCommandException { StatusCode: (SmtpStatusCode)450 or (SmtpStatusCode)451 }", "450-451", "rest",
            "451: Named (SmtpStatusCode)451" },
        { "ex is { StatusCode: >= (SmtpStatusCode)500 }", "500-599", "rest",
            "550: LowerBound (SmtpStatusCode)500; 450: UpperBound (SmtpStatusCode)500" },
        { "ex is { StatusCode: not (SmtpStatusCode)450 }", "-1, 200-449, 451-599", "450, none",
            "450: Named (SmtpStatusCode)450; 451: Otherwise { StatusCode: not (SmtpStatusCode)450 }" },
        { "ex is { ErrorCode: SmtpErrorCode.MessageNotAccepted, StatusCode: (SmtpStatusCode)450 }", "450", "-1, 200-599, none",
            "450: Named (SmtpStatusCode)450" },
        { "ex.StatusCode == (SmtpStatusCode)450 & ex != null", "450", "rest", "450: Named (SmtpStatusCode)450" },
        { "ex.StatusCode > 0 | ex == null", "200-599, none", "-1", "450: LowerBound 0" },
        { "ex.StatusCode > 0 & ex is SmtpCommandException", "200-599", "-1, none", "450: LowerBound 0" },
        { "ex.StatusCode > 0 & ex is not null", "200-599", "-1, none", "450: LowerBound 0" },
        { "n.HasValue", "-1, 200-599", "none", "450: Otherwise n.HasValue" },
        { "n != null", "-1, 200-599", "none", "450: Otherwise n != null" },
        { "n is null", "none", "-1, 200-599", "450: Otherwise null" },
        { "n is { } known", "-1, 200-599", "none", "450: Otherwise { } known" },
        { "n is SmtpStatusCode", "-1, 200-599", "none", "450: Otherwise n is SmtpStatusCode" },
        { "n == SmtpStatusCode.MailboxBusy", "450", "rest", "450: Named SmtpStatusCode.MailboxBusy" },
        { "n.GetValueOrDefault() < (SmtpStatusCode)500", "-1, 200-499, none", "500-599", "450: UpperBound (SmtpStatusCode)500" },

        // Lists and calls.
        { "new[] { 450, 451 }.Contains(code)", "450-451", "rest", "451: Element 451; 452: Otherwise new[] { 450, 451 }.Contains(code)" },
        { "!new[] { 450, 451 }.Contains(code)", "-1, 200-449, 452-599, none", "450-451", "450: Element 450" },
        { "Permanent.Contains(code)", "550-551", "rest", "551: Element 551" },
        { "Known.ContainsKey(code)", "450-451", "rest", "451: Element 451" },
        { "new int[] { }.Contains(code)", "", "rest", "450: Otherwise new int[] { }.Contains(code)" },
        { "code.Equals(450)", "450", "rest", "450: Named 450; 451: Otherwise code.Equals(450)" },
        { "450.Equals(code)", "450", "rest", "450: Named 450" },
        { "c.Equals(450)", "-1, 200-599, none", "-1, 200-599, none", "450: Otherwise c.Equals(450)" },
        { "(code / 100).Equals(4)", "400-499", "rest", "450: Group 4" },
        { "Enum.IsDefined(typeof(SmtpStatusCode), c) & code < 230", "211, 214, 220-221", "rest", "220: UpperBound 230" },
        { "IsTransient(c)", "400-499", "rest", "450: Predicate IsTransient(c); 550: Otherwise IsTransient(c)" },
        { "Other()", "-1, 200-599, none", "-1, 200-599, none", "450: Otherwise Other()" },
        { "smtpReplyCode.StartsWith(\"4\")", "400-499", "rest", "450: Group \"4\"" },
        { "smtpReplyCode.StartsWith('4')", "400-499", "rest", "450: Group '4'" },
        { "smtpReplyCode.StartsWith(\"450\")", "450", "rest", "450: Named \"450\"" },
        { "smtpReplyCode == \"450\"", "450", "rest", "450: Named \"450\"" },
        { "smtpReplyCode != \"450\"", "-1, 200-449, 451-599, none", "450", "450: Named \"450\"" },
        { "smtpReplyCode[0] == '4'", "400-499", "rest", "450: Group '4'" },
        { "smtpReplyCode is ['4', ..]", "400-499", "rest", "450: Group '4'; 550: Otherwise '4'" },
        { "smtpReplyCode is ['4', '5', _]", "450-459", "rest", "450: Group '4', Group '5'" },
        { "smtpReplyCode is ['4', '5' or '6', ..]", "450-469", "rest", "465: Group '4', Group '6'" },
        { "smtpReplyCode is [.., '0']", "-1, 200-599, none", "-1, 200-599, none", "450: Otherwise .." },

        // What a condition is wrapped in.
        { "await Task.FromResult(code == 450)", "450", "rest", "450: Named 450" },
        { "await new ValueTask<bool>(code == 450)", "450", "rest", "450: Named 450" },
        { "(bool?)(code == 450)", "450", "rest", "450: Named 450" },
        { "true", "-1, 200-599, none", "", "450: Otherwise true" },

        // Texts, lengths and their null.
        { "string.IsNullOrEmpty(smtpReplyCode)", "none", "rest", "450: Otherwise string.IsNullOrEmpty(smtpReplyCode)" },
        { "string.IsNullOrWhiteSpace(smtpReplyCode)", "none", "rest", "450: Otherwise string.IsNullOrWhiteSpace(smtpReplyCode)" },
        { "IsNullOrEmpty(smtpReplyCode)", "-1, 200-599, none", "-1, 200-599, none", "450: Otherwise IsNullOrEmpty(smtpReplyCode)" },
        { "string.IsNullOrEmpty(o.ToString()) & code == 450", "450", "-1, 200-599, none", "450: Named 450" },
        { "string.Equals(smtpReplyCode, \"450\")", "450", "rest", "450: Named \"450\"" },
        { "\"450\".StartsWith(smtpReplyCode)", "-1, 200-599, none", "-1, 200-599, none",
            "450: Otherwise \"450\".StartsWith(smtpReplyCode)" },
        { "smtpReplyCode.EndsWith(\"0\")", "-1, 200-599, none", "-1, 200-599, none", "450: Otherwise smtpReplyCode.EndsWith(\"0\")" },
        { "smtpReplyCode == null", "none", "rest", "450: Otherwise smtpReplyCode == null" },
        { "smtpReplyCode is null", "none", "rest", "450: Otherwise null" },
        { "smtpReplyCode.Length == 3", "200-599", "rest", "450: Otherwise smtpReplyCode.Length == 3" },
        { "smtpReplyCode.Length < 3", "-1", "rest", "450: Otherwise smtpReplyCode.Length < 3" },
        { "3 <= smtpReplyCode.Length", "200-599", "rest", "450: Otherwise 3 <= smtpReplyCode.Length" },
        { "smtpReplyCode is { Length: 3 }", "200-599", "rest", "450: Otherwise { Length: 3 }" },
        { "smtpReplyCode is { Length: > 2 }", "200-599", "rest", "450: Otherwise { Length: > 2 }" },
        { "smtpReplyCode is { Length: var x }", "-1, 200-599", "-1, 200-599, none", "450: Otherwise { Length: var x }" },
        { "smtpReplyCode is ['4', '5']", "", "rest", "450: Otherwise ['4', '5']" },
        { "smtpReplyCode is ['4', .. _]", "400-499", "rest", "450: Group '4'" },
        { "smtpReplyCode is ['4', .. \"50\"]", "400-499", "-1, 200-599, none", "450: Group '4'" },

        // Helpers that return one expression over what they are asked about.
        { "Busy(c)", "450-451", "rest", "450: Named SmtpStatusCode.MailboxBusy" },
        { "Soft(c)", "400-499", "rest", "450: LowerBound (SmtpStatusCode)400, UpperBound (SmtpStatusCode)500" },
        { "Fourth(c)", "400-499", "rest", "450: LowerBound (SmtpStatusCode)400, UpperBound (SmtpStatusCode)500" },
        { "Fifth(c)", "-1, 200-599, none", "-1, 200-599, none", "450: Otherwise Fifth(c)" },
        { "Unclear(c)", "-1, 200-599, none", "-1, 200-599, none", "450: Otherwise Unclear(c)" },
        { "Either(c, 0)", "450", "rest", "450: Named SmtpStatusCode.MailboxBusy" },
        { "Either(c, c)", "-1, 200-599, none", "-1, 200-599, none", "450: Otherwise Either(c, c)" },
        { "Either(0, c)", "-1, 200-599, none", "-1, 200-599, none", "450: Otherwise Either(0, c)" },
        { "Written(ref c)", "-1, 200-599, none", "-1, 200-599, none", "450: Otherwise Written(ref c)" },
        { "Long(c)", "-1, 200-599, none", "-1, 200-599, none", "450: Otherwise Long(c)" },
        { "OfException(ex)", "450", "rest", "450: Named SmtpStatusCode.MailboxBusy" },
        { "IsTransient(SmtpStatusCode.Ok)", "-1, 200-599, none", "-1, 200-599, none", "450: Otherwise IsTransient(SmtpStatusCode.Ok)" },

        // The owner of the code, seen as another type.
        { "ex.StatusCode > 0 & ex == o", "200-599", "-1, 200-599, none", "450: LowerBound 0" },
        { "ex.StatusCode > 0 & o == null", "200-599", "-1, 200-599, none", "450: LowerBound 0" },
        { "ex.StatusCode > 0 & (Exception)ex is SmtpProtocolException", "", "rest",
            "450: Otherwise (Exception)ex is SmtpProtocolException" },
        { "ex.StatusCode > 0 & (object)ex is IDisposable", "200-599", "-1, 200-599, none", "450: LowerBound 0" },
        { "ex.StatusCode > 0 & (Exception)ex is SmtpCommandException or null", "200-599", "rest", "450: LowerBound 0" },
        { "ex.StatusCode > 0 & (Exception)ex is SmtpCommandException e", "200-599", "rest", "450: LowerBound 0" },
        { "ex.StatusCode > 0 & (Exception)ex is SmtpCommandException { }", "200-599", "rest", "450: LowerBound 0" },
        { "ex.StatusCode > 0 & (object)ex != null", "200-599", "rest", "450: LowerBound 0" },
        { "ex.StatusCode > 0 & ex.InnerException == null", "200-599", "-1, 200-599, none", "450: LowerBound 0" },
        { "ex.StatusCode > 0 & ex.InnerException is not null", "200-599", "-1, 200-599, none", "450: LowerBound 0" },
        { "ex.StatusCode > 0 & ex.InnerException is { }", "200-599", "-1, 200-599, none", "450: LowerBound 0" },

        // Boxed numbers, calls and wrappings.
        { "c.Equals(SmtpStatusCode.MailboxBusy)", "450", "rest", "450: Named SmtpStatusCode.MailboxBusy" },
        { "code.Equals((object)450)", "450", "rest", "450: Named (object)450" },
        { "code.Equals(o)", "-1, 200-599, none", "-1, 200-599, none", "450: Otherwise code.Equals(o)" },
        { "Enum.IsDefined(c) & code < 230", "211, 214, 220-221", "rest", "450: LowerBound 230" },
        { "Enum.IsDefined(typeof(DayOfWeek), 450) & code < 230", "-1, 200-229", "-1, 200-599, none", "450: LowerBound 230" },
        { "Enum.IsDefined(o.GetType(), c) & code < 230", "-1, 200-229", "-1, 200-599, none", "450: LowerBound 230" },
        { "Enum.IsDefined(typeof(SmtpStatusCode), code.ToString()) & code < 230", "-1, 200-229", "-1, 200-599, none",
            "450: LowerBound 230" },
        { "IsDefined<SmtpStatusCode>(c) & code < 230", "-1, 200-229", "-1, 200-599, none", "450: LowerBound 230" },
        { "Equals(c) & code < 230", "-1, 200-229", "-1, 200-599, none", "450: LowerBound 230" },
        { "ex == o & (int)ex.StatusCode < 230", "-1, 200-229", "-1, 200-599, none", "450: LowerBound 230" },
        { "Second(c, c) & code < 230", "-1, 200-229", "-1, 200-599, none", "450: LowerBound 230" },
        { "(bool)(Opposite)(code == 450) & code < 230", "-1, 200-229", "-1, 200-599, none", "450: LowerBound 230" },
        { "Parenthesized(c)", "450", "rest", "450: Named SmtpStatusCode.MailboxBusy" },
        { "Choice(c)", "450-451", "rest", "450: Named SmtpStatusCode.MailboxBusy; 451: Named (SmtpStatusCode)451" },
        { "Arms(c)", "450-451", "-1, 200-449, 451-599, none", "450: Named SmtpStatusCode.MailboxBusy" },
        { "OneArm(c)", "450", "rest", "450: Named SmtpStatusCode.MailboxBusy" },
        { "(code == 450) == Other()", "-1, 200-599, none", "-1, 200-599, none", "450: Otherwise (code == 450) == Other()" },
        { "(bool?)(code == 450) == true", "450", "rest", "450: Named 450" },
        { "(object)code is 450", "-1, 200-599, none", "-1, 200-599, none", "450: Otherwise 450" },
        { "(Enum)c is SmtpStatusCode.MailboxBusy", "-1, 200-599, none", "-1, 200-599, none", "450: Otherwise SmtpStatusCode.MailboxBusy" },
        { "(ValueType)code is 450", "-1, 200-599, none", "-1, 200-599, none", "450: Otherwise 450" },
        { "(object)code is > 400", "-1, 200-599, none", "-1, 200-599, none", "450: Otherwise > 400" },
        { "n is SmtpStatusCode known", "-1, 200-599", "rest", "450: Otherwise SmtpStatusCode known" },
        { "n is SmtpStatusCode or SmtpStatusCode.Ok", "-1, 200-599", "rest", "450: Otherwise SmtpStatusCode" },
        { "(object)code is int", "-1, 200-599", "-1, 200-599, none", "450: Otherwise (object)code is int" },
        { "(object)code is int x and 450", "450", "-1, 200-599, none", "450: Named 450" },
        { "(Other(), code) is (true, 450)", "450", "-1, 200-599, none", "450: Named 450" },
        { "(code == 450, code) is (true, _)", "-1, 200-599, none", "-1, 200-599, none", "450: Otherwise true" },
        { "await PredicateResult.True()", "-1, 200-599, none", "rest", "450: Otherwise PredicateResult.True()" },
    };

    // Of a line only the code is known.
    public static readonly TheoryData<string, string, string, string> Lines = new()
    {
        { "line.StartsWith(\"4\")", "400-499", "rest", "450: Group \"4\"" },
        { "line.StartsWith(\"450\")", "450", "rest", "450: Named \"450\"" },
        { "line.StartsWith(\"450 \")", "450", "-1, 200-599, none", "450: Named \"450 \"" },
        { "line == \"450 busy\"", "450", "-1, 200-599, none", "450: Named \"450 busy\"" },
        { "line != \"450 busy\"", "-1, 200-599, none", "450", "450: Otherwise line != \"450 busy\"" },
        { "line.Length < 3", "-1", "rest", "450: Otherwise line.Length < 3" },
        { "line.Length >= 3", "200-599", "rest", "450: Otherwise line.Length >= 3" },
        { "line.Length > 3", "-1, 200-599, none", "-1, 200-599, none", "450: Otherwise line.Length > 3" },
        { "line.Length == 3", "-1, 200-599, none", "-1, 200-599, none", "450: Otherwise line.Length == 3" },
        { "line.Length == 2", "-1", "rest", "450: Otherwise line.Length == 2" },
        { "line.Length < 4", "-1, 200-599, none", "-1, 200-599, none", "450: Otherwise line.Length < 4" },
        { "line.Length <= 3", "-1, 200-599, none", "-1, 200-599, none", "450: Otherwise line.Length <= 3" },
        { "line.Length <= 2", "-1", "rest", "450: Otherwise line.Length <= 2" },
        { "line is ['4', ..]", "400-499", "rest", "450: Group '4'" },
        { "line is ['4', _, _]", "400-499", "-1, 200-599, none", "450: Group '4'" },
        { "line is null", "none", "rest", "450: Otherwise null" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Condition_is_read_as(string condition, string whenTrue, string whenFalse, string blamed) =>
        AssertRead(ConditionOf.Source(condition), whenTrue, whenFalse, blamed);

    [Theory]
    [MemberData(nameof(Lines))]
    public void Condition_on_a_line_is_read_as(string condition, string whenTrue, string whenFalse, string blamed) =>
        AssertRead(ConditionOf.Source(condition, "var line = reader.ReadLine();"), whenTrue, whenFalse, blamed);

    private static void AssertRead(ConditionOf read, string whenTrue, string whenFalse, string blamed)
    {
        Assert.Equal(whenTrue, read.WhenTrue);
        if (whenFalse == "rest")
            Assert.Equal(ConditionOf.Text(~read.Condition.Evaluate(FlowState.Start).WhenTrue), read.WhenFalse);
        else
            Assert.Equal(whenFalse, read.WhenFalse);
        foreach (var part in blamed.Split("; "))
            Assert.Equal(part, $"{part[..3]}: {read.Blamed(int.Parse(part[..3]))}");
    }

    [Fact]
    public void Assignment_is_what_is_assigned() => Assert.Equal("450", ConditionOf.Source("given = code == 450", "bool given;").WhenTrue);

    [Fact]
    public void Flag_says_what_it_was_given()
    {
        var read = ConditionOf.Source("given & code >= 400", "var given = c == 0; given = Other();").Condition;
        var variable = Assert.Single(read.Parts.OfType<Condition.Flag>()).Variable;
        var state = FlowState.Start.WithFlag(variable, Constraint.Exactly(ReplyCodeSet.Transient));

        Assert.Null(read.Constant);
        Assert.Equal("400-499", ConditionOf.Text(read.Evaluate(state).WhenTrue));
        Assert.Equal("400-599", ConditionOf.Text(read.Evaluate(FlowState.Start).WhenTrue));
    }

    [Fact]
    public void Condition_is_built_once()
    {
        var (read, operations) = (ConditionOf.Source("code == 450 | code == 451"), new HashSet<Condition>());

        Assert.All(read.Builder.Built(), one => Assert.True(operations.Add(one)));
        Assert.Equal(3, operations.Count);
        Assert.Same(read.Condition, read.Builder.Built()[^1]);
    }

    [Fact]
    public void Long_chain_is_not_as_deep_as_it_is_long()
    {
        var read = ConditionOf.Source(string.Join(" | ", Enumerable.Range(0, 300).Select(static i => $"code is {200 + i} or 599")));

        Assert.Equal(300, read.Condition.Parts.Length);
        Assert.Equal("200-499, 599", read.WhenTrue);
    }
}
