using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Tests.BadInput;

/// <summary>
/// Constants at the edges of their types, wherever a program can put one: nothing throws, and sums are those of the program.
/// </summary>
public sealed class OddConstantTests
{
    private static readonly string[] Whole =
    [
        "0", "-1", "1", "450", "int.MaxValue", "int.MinValue", "uint.MaxValue", "long.MaxValue", "long.MinValue", "ulong.MaxValue",
            "short.MinValue",
        "byte.MaxValue", "'\\uffff'", "(SmtpStatusCode)int.MinValue",
    ];

    private static readonly string[] Fractions =
        ["1e40", "double.NaN", "double.PositiveInfinity", "double.Epsilon", "float.MaxValue", "decimal.MaxValue", "decimal.MinValue",
            "450.5m"];

    private static readonly string[] Conditions =
    [
        "(int)c == {0}", "(long)c < {0}", "(ulong)c >= {0}", "(int)c is {0}", "(long)c / {0} == 4", "(long)c % {0} == 50",
            "(long)c * {0} > 1", "(long)c - {0} - {0} == 450",
        "((long)c - 450 + long.MinValue) / {0} == 4", "((int)c - 450 + int.MinValue) % {0} == 4", "checked((int)c * {0}) == 1",
            "(uint)c * {0} == 5", "c == (SmtpStatusCode){0}", "(double)c == {0}",
        "c.Equals({0})", "((int)c).Equals({0})", "Equals(c, {0})", "new[] { {0}, 550 }.Contains((int)c)",
            "new object[] { {0}, c }.Contains(c)", "new double[] { {0} }.Contains((int)c)",
        "new decimal[] { {0} }.Contains((int)c)", "new ulong[] { {0}, 1 }.Contains((ulong)c)", "new[] { {0} }.Any(x => x == (int)c)",
            "Enumerable.Range({0}, 3).Contains((int)c)", "Enumerable.Range(450, {0}).Contains((int)c)",
        "((int)c).ToString()[{0}] == '4'", "((int)c).ToString().Substring({0}) == \"50\"",
            "((int)c).ToString().Substring(0, {0}) == \"50\"", "((int)c).ToString()[..({0})] == \"4\"",
        "((int)c).ToString().StartsWith({0})", "((int)c switch {{ {0} => true, _ => false }})",
            "Enum.IsDefined(typeof(SmtpStatusCode), {0})",
    ];

    private static readonly string[] Waits =
    [
        "Thread.Sleep({0});", "Thread.Sleep(TimeSpan.FromMilliseconds({0}));", "Thread.Sleep(TimeSpan.FromHours({0}));",
            "Thread.Sleep(TimeSpan.FromHours(99999999));", "Thread.Sleep(TimeSpan.FromHours(999999999));",
        "Thread.Sleep(new TimeSpan({0}, 0, 1));", "Thread.Sleep(new TimeSpan({0}));", "Thread.Sleep(TimeSpan.MaxValue);",
    ];

    [Fact]
    public async Task Nothing_throws_whatever_the_constant_and_wherever_it_stands()
    {
        var tests = Conditions.SelectMany(condition => Whole.Concat(Fractions)
            .Select(constant => condition.Replace("{{", "{").Replace("}}", "}").Replace("{0}", constant)))
            .Select((condition, i) => $"bool IsPermanent{i}(SmtpStatusCode c) => {condition};");
        var retries = Waits.SelectMany(wait => Whole.Concat(Fractions).Select(constant => wait.Replace("{0}", constant)))
            .Select((wait, i) => $"void Send{i}(MimeKit.MimeMessage m) {{ for (var n = 0; n < 3; n++) {{ "
                + $"try {{ client.Send(m); return; }} catch (SmtpCommandException) {{ {wait} }} }} }}");
        var source = "using System; using System.Linq; using System.Threading; using MailKit.Net.Smtp;\n"
            + "class Odd { SmtpClient client = new();\n" + string.Join("\n", tests.Concat(retries)) + "\n}";

        var findings = await AsItStands.FindingsAsync(AsItStands.Document(source));

        Assert.DoesNotContain(findings, static finding => finding.Id == "AD0001");
    }

    private static readonly long[] Numbers =
        [0, 1, -1, 2, -2, 4, 10, 99, 100, 450, 550, 599, short.MaxValue, int.MaxValue, int.MinValue, int.MaxValue - 449L, uint.MaxValue,
            long.MaxValue, long.MinValue, long.MaxValue - 449, 1L << 62];

    [Fact]
    public void Sums_are_those_of_the_program()
    {
        var random = new Random(20261126);
        for (var i = 0; i < 4_000; i++)
        {
            var (left, right) = (Any(random), Any(random));
            foreach (var kind in new[] { BinaryOperatorKind.Add, BinaryOperatorKind.Subtract, BinaryOperatorKind.Multiply,
                BinaryOperatorKind.Divide, BinaryOperatorKind.Remainder })
            {
                foreach (var isChecked in new[] { false, true })
                {
                    Assert.Equal(InLong(kind, left, right, isChecked),
                        CodeArithmetic.Of(kind, left, right, SpecialType.System_Int64, isChecked));
                    Assert.Equal(InInt(kind, (int)left, (int)right, isChecked),
                        CodeArithmetic.Of(kind, (int)left, (int)right, SpecialType.System_Int32, isChecked));
                    Assert.Equal(InUInt(kind, (uint)left, (uint)right, isChecked),
                        CodeArithmetic.Of(kind, (uint)left, (uint)right, SpecialType.System_UInt32, isChecked));
                }
            }
        }
    }

    private static long Any(Random random) =>
        random.Next(3) == 0 ? random.NextInt64(long.MinValue, long.MaxValue) : Numbers[random.Next(Numbers.Length)];

    private static long? InLong(BinaryOperatorKind kind, long left, long right, bool isChecked) => Computed(() => kind switch
    {
        BinaryOperatorKind.Add => isChecked ? checked(left + right) : unchecked(left + right),
        BinaryOperatorKind.Subtract => isChecked ? checked(left - right) : unchecked(left - right),
        BinaryOperatorKind.Multiply => isChecked ? checked(left * right) : unchecked(left * right),
        BinaryOperatorKind.Divide => left / right,
        _ => left % right,
    }, kind, right);

    private static long? InInt(BinaryOperatorKind kind, int left, int right, bool isChecked) => Computed(() => kind switch
    {
        BinaryOperatorKind.Add => isChecked ? checked(left + right) : unchecked(left + right),
        BinaryOperatorKind.Subtract => isChecked ? checked(left - right) : unchecked(left - right),
        BinaryOperatorKind.Multiply => isChecked ? checked(left * right) : unchecked(left * right),
        BinaryOperatorKind.Divide => left / right,
        _ => left % right,
    }, kind, right);

    private static long? InUInt(BinaryOperatorKind kind, uint left, uint right, bool isChecked) => Computed(() => kind switch
    {
        BinaryOperatorKind.Add => isChecked ? checked(left + right) : unchecked(left + right),
        BinaryOperatorKind.Subtract => isChecked ? checked(left - right) : unchecked(left - right),
        BinaryOperatorKind.Multiply => isChecked ? checked(left * right) : unchecked(left * right),
        BinaryOperatorKind.Divide => left / right,
        _ => left % right,
    }, kind, right);

    private static long? Computed(Func<long> sum, BinaryOperatorKind kind, long right)
    {
        if (right == 0 && (kind is BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder))
            return null;
        try { return sum(); }
        catch (OverflowException) { return null; }
    }
}
