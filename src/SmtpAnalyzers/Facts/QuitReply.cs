using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Facts;

/// <summary>Recognizes the reply to QUIT, which says nothing of the mail.</summary>
internal static class QuitReply
{
    private const string Verb = "QUIT";

    /// <summary>Whether <paramref name="written"/>, the value of a variable, is it: of the command, or of the line after it.</summary>
    public static bool Is(IOperation? written) => written is not null && (Sends(written) || FollowsIt(written.Syntax));

    private static bool Sends(IOperation written) =>
        written.DescendantsAndSelf().Any(static part => part.ConstantValue is { HasValue: true, Value: Verb });

    // writer.WriteLine("QUIT"); var reply = reader.ReadLine();
    private static bool FollowsIt(SyntaxNode read) =>
        read.FirstAncestorOrSelf<StatementSyntax>() is { } statement && StatementLists.Around(statement) is var all
        && StatementLists.PlaceOf(statement, all) is > 0 and var index
        && all[index - 1].DescendantTokens().Any(static token => token.Value is Verb or Verb + "\r\n");
}
