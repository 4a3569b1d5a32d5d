using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Options;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Tests.Flow;

/// <summary>A small method as the flow analyses see it. Its points are called <c>Hit(1)</c>, <c>Hit(2)</c>, ...</summary>
internal sealed class FlowProgram
{
    // One code of each kind; "-" stands for no reply.
    private static readonly int[] Codes = [250, 421, 450, 550];

    private readonly Lazy<(ReachAnalysis Reach, ConditionBuilder Conditions, AccessPath Reply)> _reach;

    private FlowProgram(FunctionBody body)
    {
        Body = body;
        // The code of the exception, of several tries the innermost, or that of the parameter.
        _reach = new(() =>
        {
            var replies = body.Replies().Keys;
            var reply = replies.LastOrDefault(static reply => reply.Root.Identity is ControlFlowRegion) ?? replies.First();
            var conditions = new ConditionBuilder(reply, body);
            return (ReachAnalysis.Run(body, reply, conditions, default), conditions, reply);
        });
    }

    public FunctionBody Body { get; }

    public ReachAnalysis Reach => _reach.Value.Reach;

    public AccessPath Reply => _reach.Value.Reply;

    public Explanations Explanations => new(Body, Reach, _reach.Value.Conditions, _reach.Value.Reply);

    /// <summary>
    /// Finds what let codes come to a point, if that is what should not have happened. <c>Mark()</c> is the same outcome elsewhere.
    /// </summary>
    public Func<int, bool, Cause?> CausesAt(int point)
    {
        var (block, step) = Point(point);
        var (reach, conditions, _) = _reach.Value;
        var marks = Calls("Mark").Select(static at => (at.Block, at.Step)).Append((block, step))
            .Select(static at => new MustReachAnalysis.Mark(at.Item1, at.Item2, ReplyCodeSet.All, StopsPath: false));
        var must = new MustReachAnalysis(Body.Graph, reach, marks, static _ => false);
        var unnamed = EquivalenceClasses.Of(conditions.Built()).Where(static group => group.Sole is null)
            .Aggregate(ReplyCodeSet.Empty, static (all, group) => all | group);
        var finder = new CauseFinder(Body, reach, conditions, must, unnamed);
        return (code, preferLower) => finder.Find(new OutcomePoint(block, step), code, preferLower);
    }

    /// <summary>The handler around a point that takes all replies without a look at them, for <paramref name="code"/>.</summary>
    public Cause? CatchAllAt(int point, int code, bool throughHelpers)
    {
        var (call, block, step) = Calls("Hit").First(at => PointOf(at.Call) == point);
        return new CatchAll(Body, Reach, _reach.Value.Conditions, Explanations, throughHelpers)
            .Find(new OutcomePoint(block, step), call.Syntax, code);
    }

    /// <summary>Whether a condition explains that <paramref name="code"/> comes to a point, of the outcome that <c>Mark()</c> is.</summary>
    public bool Explain(int point, int code, bool countsExplain, bool absenceExplains)
    {
        var marks = Calls("Mark").Select(static at => new MustReachAnalysis.Mark(at.Block, at.Step, ReplyCodeSet.All, StopsPath: false));
        var must = new MustReachAnalysis(Body.Graph, Reach, marks, static _ => false);
        return Explanations.Explain(Point(point).Block, countsExplain, absenceExplains, must, code);
    }

    /// <summary>What is asked for by the predicate whose answer is handed to <c>Give()</c>, if that is nothing but types.</summary>
    public Cause? TypeVerdict()
    {
        var (call, block, step) = Calls("Give").Single();
        return new TypeVerdicts(Body, Reply).Find(new OutcomePoint(block, step, call.Arguments[0].Value));
    }

    /// <summary>
    /// The program whose method has these statements, a parameter <c>c</c> of the library's enum, <c>x</c>, an exception,
    /// <c>y</c>, any exception, and bools <c>a</c> and <c>b</c>, and numbers <c>tries</c> and <c>size</c>.
    /// </summary>
    public static FlowProgram Of(string statements) => Of("void", "Run", statements);

    /// <summary>The program whose method is a predicate that says whether a failure is worth another attempt.</summary>
    public static FlowProgram OfPredicate(string statements) => Of("bool", "IsTransient", $"{statements} return true;");

    private static FlowProgram Of(string type, string name, string statements)
    {
        var tree = CSharpSyntaxTree.ParseText($$"""
            using System; using System.Collections.Generic; using MailKit.Net.Smtp; using MimeKit;
            class Refused() : SmtpCommandException(default, default, "") { }
            class Program
            {
                SmtpClient client; MimeMessage mail; bool field; static bool shared; bool Property { get; set; } Program that;
                static bool SharedProperty { get; set; }
                static void Hit(int point) { } static void Mark() { } static void Try() { }
                static void Give(bool answer) { } static void SendAll(MimeMessage all) { }
                void Mark(object told) { }
                static bool Ask() => true; static bool Marked() => true; static SmtpStatusCode Read() => default;
                static void Set(ref bool flag) { }
                const int MaxAttempts = 3; int attempts, number; static int TriesOf() => 0; static bool Looks(object o) => Ask();
                {{type}} {{name}}(SmtpStatusCode c, bool a, bool b, IEnumerable<int> many, SmtpCommandException x, Exception y,
                    int tries, int size) { {{statements}} }
            }
            """);
        var compilation = CSharpCompilation.Create("Flow", [tree], References.OfThisProcess, new(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var mail = MailSymbols.Of(compilation)!;
        var model = compilation.GetSemanticModel(tree);
        var bodies = BodyReader.In(tree.GetRoot(), model, mail, MailOptions.Default, new ValueTracker(model, default), default);
        return new(bodies.First(body => body.Name == name));
    }

    /// <summary>The calls of <paramref name="method"/>, with the block and the step in which they stand.</summary>
    public IEnumerable<(IInvocationOperation Call, BasicBlock Block, int Step)> Calls(string method) =>
        from block in Body.Graph.Blocks
        from step in block.Steps().Select(static (operation, index) => (Operation: operation, Index: index))
        from call in step.Operation.DescendantsAndSelf().OfType<IInvocationOperation>()
        where call.TargetMethod.Name == method
        select (call, block, step.Index);

    public (BasicBlock Block, int Step) Point(int point)
    {
        var (_, block, step) = Calls("Hit").First(at => PointOf(at.Call) == point);
        return (block, step);
    }

    /// <summary>Everything that <paramref name="describe"/> says of the points, in their order: "1: 421 550; 2: 250".</summary>
    public string Describe(Func<BasicBlock, int, string> describe) => string.Join("; ",
        from at in Calls("Hit")
        let point = PointOf(at.Call)
        orderby point
        select $"{point}: {describe(at.Block, at.Step)}".TrimEnd());

    public static string Text(ReplyCodeSet codes) => codes.IsEmpty ? "never"
        : string.Join(" ",
            Codes.Where(codes.Contains).Select(static code => $"{code}").Concat(codes.Contains(ReplyCodeSet.Absent) ? ["-"] : []));

    private static int PointOf(IInvocationOperation call) => (int)call.Arguments[0].Value.Constant()!.Value;
}
