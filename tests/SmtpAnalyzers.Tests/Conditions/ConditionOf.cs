using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Options;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Tests.Conditions;

/// <summary>The tree that the analyzer builds for one condition of a small method, for the reply code that the condition reads.</summary>
internal sealed class ConditionOf
{
    private static readonly ReplyCodeSet Shown = ReplyCodeSet.Of(-1) | ReplyCodeSet.Range(ReplyCodes.Lowest, ReplyCodes.Highest);

    private ConditionOf(Condition condition, ConditionBuilder builder) => (Condition, Builder) = (condition, builder);

    public ConditionBuilder Builder { get; }

    public Condition Condition { get; }

    /// <param name="condition">An expression over <c>c</c>, an SmtpStatusCode, <c>n</c>, the same or null, <c>smtpReplyCode</c>, a string,
    /// <c>ex</c>, <c>o</c>, an object, and <c>reader</c>.</param>
    /// <param name="before">Statements before it.</param>
    public static ConditionOf Source(string condition, string before = "")
    {
        var tree = CSharpSyntaxTree.ParseText($$"""
            using System; using System.Linq; using System.Collections.Generic; using System.Threading.Tasks;
            using MailKit.Net.Smtp; using Polly;
            struct Opposite
            {
                bool of;
                public static implicit operator Opposite(bool value) => new Opposite { of = value };
                public static implicit operator bool(Opposite value) => !value.of;
            }
            static class SmtpMailer
            {
                private static readonly int[] Permanent = { 550, 551 };
                private static readonly Dictionary<int, int> Known = new Dictionary<int, int> { [450] = 1, [451] = 2 };
                static bool IsTransient(SmtpStatusCode c) => Other();
                static bool Other() => DateTime.Now.Hour > 3;
                static bool IsNullOrEmpty(string text) => Other();
                static bool Busy(SmtpStatusCode x) => x == SmtpStatusCode.MailboxBusy || x == (SmtpStatusCode)451;
                static bool Soft(SmtpStatusCode x) { return x >= (SmtpStatusCode)400 && !(x >= (SmtpStatusCode)500); }
                static bool Third(SmtpStatusCode x) => Soft(x);
                static bool Fourth(SmtpStatusCode x) => Third(x);
                static bool Fifth(SmtpStatusCode x) => Fourth(x);
                static bool Unclear(SmtpStatusCode x) => Other();
                static bool Parenthesized(SmtpStatusCode x) => ((x == SmtpStatusCode.MailboxBusy));
                static bool Choice(SmtpStatusCode x) => x == SmtpStatusCode.MailboxBusy ? true : x == (SmtpStatusCode)451;
                static bool Arms(SmtpStatusCode x) => x switch
                    { SmtpStatusCode.MailboxBusy => true, (SmtpStatusCode)451 when Other() => true,
                      (SmtpStatusCode)452 => false, _ => false };
                static bool OneArm(SmtpStatusCode x) => x switch { SmtpStatusCode.MailboxBusy => true };
                static bool IsDefined<T>(T x) => Other();
                static bool Equals(SmtpStatusCode x) => Other();
                static bool Either(SmtpStatusCode x, SmtpStatusCode y) => x == SmtpStatusCode.MailboxBusy;
                static bool Second(SmtpStatusCode x, SmtpStatusCode y) => y == SmtpStatusCode.MailboxBusy;
                static bool Written(ref SmtpStatusCode x) => x == SmtpStatusCode.MailboxBusy;
                static bool Long(SmtpStatusCode x) { Other(); return x == SmtpStatusCode.MailboxBusy; }
                static bool OfException(SmtpCommandException e) => e.StatusCode == SmtpStatusCode.MailboxBusy;
                static async Task Run(SmtpStatusCode c, SmtpStatusCode? n, string smtpReplyCode, SmtpCommandException ex, object o,
                    System.IO.TextReader reader)
                {
                    var code = (int)c; {{before}}
                    bool? result;
                    result = {{condition}};
                }
            }
            """);
        var compilation = CSharpCompilation.Create("Test", [tree], References.OfThisProcess, new(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var mail = MailSymbols.Of(compilation)!;
        var model = compilation.GetSemanticModel(tree);
        var body = BodyReader.In(tree.GetRoot(), model, mail, MailOptions.Default, new ValueTracker(model, default), default)
            .Single(static body => body.Name == "Run");
        var value = body.Graph.Blocks.SelectMany(GraphExtensions.AllOperations).OfType<ISimpleAssignmentOperation>()
            .Single(static assignment => assignment.Target is ILocalReferenceOperation { Local.Name: "result" }).Value;
        var asked = body.Replies().Keys.OrderBy(static reply => reply.Root.Identity is ISymbol { Name: "c" }).First();
        var builder = new ConditionBuilder(asked, body);
        return new(builder.Of(value), builder);
    }

    public string WhenTrue => Text(Condition.Evaluate(FlowState.Start).WhenTrue);

    public string WhenFalse => Text(Condition.Evaluate(FlowState.Start).WhenFalse);

    /// <summary>How <paramref name="code"/> is let through on the side that it takes.</summary>
    public string Blamed(int code)
    {
        var atoms = new List<ConditionAtom>();
        Blame.AddTo(atoms, Condition, Condition.Evaluate(FlowState.Start).WhenTrue.Contains(code), code, FlowState.Start);
        return string.Join(", ", atoms.Select(static atom => $"{atom.Kind} {atom.Syntax}"));
    }

    public static string Text(ReplyCodeSet codes)
    {
        string[] parts = [(codes & Shown).ToString(), codes.Contains(ReplyCodeSet.Absent) ? "none" : ""];
        return string.Join(", ", parts.Where(static part => part.Length > 0));
    }
}
