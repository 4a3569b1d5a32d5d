using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Conditions;

namespace SmtpAnalyzers.Tests.Conditions;

/// <summary>The whole condition around the 450 of a statement, and the label that it is all of.</summary>
public sealed class DecisionTests
{
    [Theory]
    [InlineData("if (!((c == 450) && b)) return;", "!((c == 450) && b)")]
    [InlineData("if ((bool)(c == 450)) return;", "(bool)(c == 450)")]
    [InlineData("if (a || c is > 400 and not 450) return;", "a || c is > 400 and not 450")]
    [InlineData("if (ex is { Code: 450 }) return;", "ex is { Code: 450 }")]
    [InlineData("if (pair is (450, _)) return;", "pair is (450, _)")]
    [InlineData("Ask(c == 450, b);", "c == 450")]
    [InlineData("var x = c switch { 450 => 1, _ => 2 };", "450")]
    [InlineData("var x = c switch { 450 or 451 when b => 1, _ => 2 };", "450 or 451 when b")]
    [InlineData("var x = c switch { var y when y == 450 && b => 1, _ => 2 };", "var y when y == 450 && b")]
    [InlineData("var x = a switch { true => c == 450, _ => b };", "c == 450")]
    [InlineData("switch (c) { case var y when y == 450: break; }", "case var y when y == 450:")]
    [InlineData("switch (c) { case 450: break; }", "450")]
    public void Decision_is(string statement, string whole)
    {
        var tree = CSharpSyntaxTree.ParseText($"void Run() {{ {statement} }}");
        var site = tree.GetRoot().DescendantNodes().First(static node => node.ToString() == "450");

        Assert.Equal(whole, tree.GetText().ToString(Decision.Around(site)));
    }

    [Fact]
    public void Every_part_of_a_condition_is_known_once_one_is()
    {
        var tree = CSharpSyntaxTree.ParseText("void Run() { if (a && (b || c == 450)) return; }");
        var site = tree.GetRoot().DescendantNodes().First(static node => node.ToString() == "450");
        var known = new Dictionary<Microsoft.CodeAnalysis.SyntaxNode, Microsoft.CodeAnalysis.Text.TextSpan>();
        var span = Decision.Around(site, known);

        Assert.Equal(5, known.Count);
        Assert.All(known.Values, one => Assert.Equal(span, one));
        Assert.Equal(span, Decision.Around(site, known));
    }

    [Theory]
    [InlineData("case 450:", "case 450:")]
    [InlineData("case 450 when b:", "450")]
    [InlineData("case > 450:", "450")]
    public void Label_is(string label, string expected)
    {
        var tree = CSharpSyntaxTree.ParseText($"void Run() {{ switch (c) {{ {label} break; }} }}");
        var site = tree.GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.LiteralExpressionSyntax>().First();

        Assert.Equal(expected, CodeTests.LabelOf(site).ToString());
    }

    [Theory]
    [InlineData("case > 450:", "case > 450:")]
    [InlineData("case > 450 when b:", "> 450")]
    public void Label_of_a_pattern_is(string label, string expected)
    {
        var tree = CSharpSyntaxTree.ParseText($"void Run() {{ switch (c) {{ {label} break; }} }}");
        var site = tree.GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.PatternSyntax>().First();

        Assert.Equal(expected, CodeTests.LabelOf(site).ToString());
    }
}
