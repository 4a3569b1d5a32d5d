namespace SmtpAnalyzers.Tests.Rules;

/// <summary>Every collection that reply codes are looked up in.</summary>
public sealed class ListTests
{
    public static readonly Cases Lists = new()
    {
        { "an array", """
            static readonly SmtpStatusCode[] Soft = {
                SmtpStatusCode.MailboxBusy, {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}
            };
            bool ShouldRetry(SmtpStatusCode c) => Soft.Contains(c);
            """ },
        { "a list", """
            readonly List<int> soft = new() { 450, {|SMTP1002:550|} };
            bool ShouldRetry(SmtpStatusCode c) => soft.Contains((int)c);
            """ },
        { "a set", """
            static readonly HashSet<int> Soft = new HashSet<int> { 450, {|SMTP1002:550|} };
            bool ShouldRetry(SmtpStatusCode c) => Soft.Contains((int)c);
            """ },
        { "a set that is made of an array", """
            static readonly HashSet<int> Soft = new HashSet<int>(new[] { 450, {|SMTP1002:550|} });
            bool ShouldRetry(SmtpStatusCode c) => Soft.Contains((int)c);
            """ },
        { "an immutable array", """
            static readonly ImmutableArray<int> Soft = ImmutableArray.Create(450, {|SMTP1002:550|});
            bool ShouldRetry(SmtpStatusCode c) => Soft.Contains((int)c);
            """ },
        { "an immutable set", """
            static readonly ImmutableHashSet<int> Soft = ImmutableHashSet.CreateRange(new[] {
                450, {|SMTP1002:550|}
            });
            bool ShouldRetry(SmtpStatusCode c) => Soft.Contains((int)c);
            """ },
        { "a frozen set", """
            static readonly FrozenSet<int> Soft = new[] { 450, {|SMTP1002:550|} }.ToFrozenSet();
            bool ShouldRetry(SmtpStatusCode c) => Soft.Contains((int)c);
            """ },
        { "a frozen set of a collection expression", """
            static readonly FrozenSet<int> Soft = ((int[])[450, {|SMTP1002:550|}]).ToFrozenSet();
            bool ShouldRetry(SmtpStatusCode c) => Soft.Contains((int)c);
            """ },
        { "a span", """
            bool ShouldRetry(SmtpStatusCode c) {
                ReadOnlySpan<int> soft = [450, {|SMTP1002:550|}]; return soft.Contains((int)c);
            }
            """ },
        { "on the stack", """
            bool ShouldRetry(SmtpStatusCode c) {
                Span<int> soft = stackalloc int[] { 450, {|SMTP1002:550|} }; return soft.Contains((int)c);
            }
            """ },
        { "a collection expression", """
            static readonly SmtpStatusCode[] Soft = [SmtpStatusCode.MailboxBusy,
                {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}];
            bool ShouldRetry(SmtpStatusCode c) => Soft.Contains(c);
            """ },
        { "a spread", """
            static readonly int[] Soft = {|SMTP1006:[.. new[] { 450, {|SMTP1002:550|} }, 421]|};
            bool ShouldRetry(SmtpStatusCode c) => Soft.Contains((int)c);
            """ },
        { "a property", """
            static IReadOnlyList<int> Soft => [450, {|SMTP1002:550|}];
            bool ShouldRetry(SmtpStatusCode c) => Soft.Contains((int)c);
            """ },
        { "a property with an initializer", """
            static IReadOnlyList<int> Soft { get; } = new[] { 450, {|SMTP1002:550|} };
            bool ShouldRetry(SmtpStatusCode c) => Soft.Contains((int)c);
            """ },
        { "written out in place", "bool ShouldRetry(SmtpStatusCode c) => new[] { 450, {|SMTP1002:550|} }.Contains((int)c);" },
        { "a range", "bool IsPermanent(SmtpStatusCode c) => {|SMTP1001:Enumerable.Range(400, 200)|}.Contains((int)c);" },
        { "by a constant", """
            const int NoSuchMailbox = 550;
            static readonly int[] Soft = { 450, {|SMTP1002:NoSuchMailbox|} };
            bool ShouldRetry(SmtpStatusCode c) => Soft.Contains((int)c);
            """ },
        { "a dictionary's keys", """
            static readonly Dictionary<int, string> Soft = new() { [450] = "busy", [{|SMTP1002:550|}] = "none" };
            bool ShouldRetry(SmtpStatusCode c) => Soft.ContainsKey((int)c);
            """ },
        { "of the first digit", "bool IsPermanent(SmtpStatusCode c) => new[] { {|SMTP1001:4|}, 5 }.Contains((int)c / 100);" },
    };

    public static readonly Cases Mappings = new()
    {
        { "with brackets", """
            static readonly Dictionary<SmtpStatusCode, Verdict> Verdicts = new()
            {
                [{|SMTP1001:SmtpStatusCode.MailboxBusy|}] = Verdict.Permanent,
                [{|SMTP1002:SmtpStatusCode.MailboxUnavailable|}] = Verdict.Retry,
                [SmtpStatusCode.TransactionFailed] = Verdict.Permanent,
            };
            Verdict Of(SmtpCommandException ex) => Verdicts.TryGetValue(ex.StatusCode, out var v) ? v : Verdict.Other;
            """ },
        { "with braces", """
            static readonly Dictionary<int, Verdict> Verdicts = new Dictionary<int, Verdict>
            {
                { {|SMTP1001:450|}, Verdict.Permanent }, { 550, Verdict.Permanent }
            };
            Verdict Of(SmtpCommandException ex) => Verdicts[(int)ex.StatusCode];
            """ },
        { "with a default", """
            static readonly IReadOnlyDictionary<int, Verdict> Verdicts = new Dictionary<int, Verdict>
            {
                [{|SMTP1001:450|}] = Verdict.Permanent
            };
            Verdict Of(SmtpCommandException ex) => Verdicts.GetValueOrDefault((int)ex.StatusCode, Verdict.Other);
            """ },
        { "frozen", """
            static readonly FrozenDictionary<int, Verdict> Verdicts = new Dictionary<int, Verdict> { [{|SMTP1002:550|}] = Verdict.Retry }
                .ToFrozenDictionary();
            Verdict Of(SmtpCommandException ex) => Verdicts.TryGetValue((int)ex.StatusCode, out var v) ? v : Verdict.Other;
            """ },
        { "to bools", """
            static readonly Dictionary<int, bool> Retryable = new() { [450] = true, [{|SMTP1002:550|}] = true, [551] = false };
            bool Of(SmtpCommandException ex) => Retryable[(int)ex.StatusCode];
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "a list that is filled elsewhere in the class", """
            static readonly List<int> Soft = new() { 450, 421 };
            static void Fill(int[] more) => Soft.AddRange(more);
            bool IsTransient(SmtpStatusCode c) => Soft.Contains((int)c);
            """ },
        { "a set that is filled before it is asked", """
            bool IsTransient(SmtpStatusCode c, int[] more) {
                var soft = new HashSet<int> { 450, 421 }; soft.UnionWith(more); return soft.Contains((int)c);
            }
            """ },
        { "a list that is given to a helper", """
            void Fill(List<int> codes) => codes.Add(451);
            bool IsTransient(SmtpStatusCode c) {
                var soft = new List<int> { 450, 421 }; Fill(soft); return soft.Contains((int)c);
            }
            """ },
        { "a list that begins with another",
            "bool IsTransient(SmtpStatusCode c, int[] more) => new List<int>(more) { 450, 421 }.Contains((int)c);" },
        { "a dictionary of a list", """
            static readonly Dictionary<int, bool> Soft = new[] { 350, 321 }.ToDictionary(n => n + 100, n => true);
            bool IsTransient(SmtpStatusCode c) => Soft.ContainsKey((int)c);
            """ },
        { "a list that a derived class replaces", """
            protected virtual int[] Soft => new[] { 450, 421 };
            bool IsTransient(SmtpStatusCode c) => Soft.Contains((int)c);
            """ },
        { "a list that changes", "readonly List<int> soft = new(); bool ShouldRetry(SmtpStatusCode c) => soft.Contains((int)c);" },
        { "a list that can be replaced", "static int[] Soft = { 450, 550 }; bool ShouldRetry(SmtpStatusCode c) => Soft.Contains((int)c);" },
        { "texts for display", """
            static readonly Dictionary<int, string> Texts = new() { [450] = "permanent failure" };
            string Of(SmtpCommandException ex) => Texts[(int)ex.StatusCode];
            """ },
        { "counts by code", """
            readonly Dictionary<SmtpStatusCode, int> retries = new();
            void On(SmtpCommandException ex) { retries[ex.StatusCode]++; }
            """ },
        { "a right mapping", """
            static readonly Dictionary<int, Verdict> V = new() { [450] = Verdict.Retry, [550] = Verdict.Permanent };
            Verdict Of(SmtpCommandException ex) => V[(int)ex.StatusCode];
            """ },
        { "another library's verdicts", """
            static readonly Dictionary<int, HttpStatusCode> V = new() { [450] = HttpStatusCode.Gone };
            HttpStatusCode Of(SmtpCommandException ex) => V[(int)ex.StatusCode];
            """ },
    };

    [Theory, MemberData(nameof(Lists))]
    public Task Reported_at_the_element(string member) => Verify.MailKit(member);

    [Theory, MemberData(nameof(Mappings))]
    public Task Reported_at_the_key(string member) => Verify.MailKit(member);

    [Theory, MemberData(nameof(Silent))]
    public Task Not_reported(string member) => Verify.MailKit(member);

    [Fact]
    public Task A_list_of_another_file_is_reported_where_it_is_asked()
    {
        var test = Verify.Test(Verify.InMailKit("""
            bool ShouldRetry(SmtpStatusCode c) => {|SMTP1002:Codes.Soft.Contains(c)|}
                || {|SMTP1002:Codes.SoftNumbers.Contains((int)c)|};
            """));
        test.TestState.Sources.Add("""
            using System.Collections.Generic; using MailKit.Net.Smtp;
            static class Codes
            {
                public static readonly HashSet<SmtpStatusCode> Soft = new HashSet<SmtpStatusCode>
                {
                    SmtpStatusCode.MailboxBusy, SmtpStatusCode.MailboxUnavailable
                };
                public static readonly int[] SoftNumbers = { 450, (int)SmtpStatusCode.TransactionFailed };
            }
            """);
        return test.RunAsync();
    }
}
