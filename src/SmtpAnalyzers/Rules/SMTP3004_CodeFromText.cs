using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Rules;

/// <summary>
/// SMTP3004: a basic reply code is looked for in the text of a reply, where neither client puts it, instead of in StatusCode.
/// </summary>
internal sealed class CodeFromText : Rule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.CodeFromText;

    public override IEnumerable<Diagnostic> Findings(MailFile file)
    {
        var words = new RefusalText(file);
        var reported = new HashSet<SyntaxNode>();
        foreach (var (test, text, what) in new CodeTextTests(file).All())
        {
            if (words.Of(text) is not null && !AsksForNoReply(test) && CallSyntax.Whole(test) is var whole && reported.Add(whole))
                yield return At(whole, what);
        }
    }

    // GeneralFailure says that StatusCode holds no code: the text is all there is.
    private static bool AsksForNoReply(SyntaxNode test) =>
        test.Ancestors().TakeWhile(static node => node is ExpressionSyntax).LastOrDefault() is { } whole
        && whole.Names(MailSymbols.GeneralFailure);
}
