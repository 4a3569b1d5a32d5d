using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>
/// Reads the texts and names of a branch. A branch that speaks of one thing, such as a missing mailbox or a refused login, is true for its
/// own codes only: no other code may be moved there, and its codes may not be replaced by a whole class.
/// </summary>
internal static class BranchText
{
    // A text of these words alone says no more than that the mail failed, and whether it is sent again.
    private static readonly ImmutableHashSet<string> General = WordSplitter.InAnyForm(
        "retry try attempt requeue reschedule resend queue enqueue defer postpone delay wait schedule fail failure error problem issue "
        + "exception warn warning server host provider smtp mail message email letter newsletter notification recipient address send "
        + "deliver delivery reply response status code result text refuse reject drop discard bounce give mark move handle return report "
        + "class")
        .Union(WordSplitter.Exactly(
            "again later soon now next temporary temporarily transient transiently permanent permanently fatal hard soft dead "
            + "undeliverable up gave given sent to the a an of for from with by in on at as this that it its and or not no never after "
            + "before because we will would could cannot cant can be is was are were has have been one more times time info max count id "
            + "s d"));

    // Names may hold any word; these are about one thing.
    private static readonly ImmutableHashSet<string> Topics =
        WordSplitter.InAnyForm("quota credential password greylist graylist throttle exist login relay storage").Union(WordSplitter.Exactly(
            "busy unknown full auth authentication authenticate unauthorized spam tls syntax invalid missing found such nonexistent grey "
            + "gray"));

    // Of an enum member or a type these say why; a method has them for its object.
    private static readonly ImmutableHashSet<string> TopicsOfValues = Topics.Union(WordSplitter.InAnyForm("mailbox user account inbox"));

    private static readonly ImmutableHashSet<string> Addressee =
        WordSplitter.InAnyForm("mailbox user recipient address account inbox addressee");

    private static readonly ImmutableHashSet<string> Missing =
        WordSplitter.InAnyForm("exist").Union(WordSplitter.Exactly("unknown invalid such nonexistent missing found gone unavailable"));

    private static readonly ImmutableHashSet<string> Busy = WordSplitter.InAnyForm("greylist graylist").Add("busy");

    private static readonly ImmutableHashSet<string> Later = WordSplitter.Exactly("again later soon temporary temporarily");

    /// <summary>Whether <paramref name="branch"/>, where mail comes to <paramref name="outcome"/>, throws or speaks of one thing.</summary>
    public static bool IsSpecific(FixContext context, SyntaxNode branch, Outcome outcome) => Parts(branch).Any(part =>
        Thrown(part).Any(thrown => !IsNamedFor(context, thrown, outcome))
        || Texts(context, part).Any(static text => !WordSplitter.OfText(text).All(IsGeneral))
        || Names(context, part, ofValues: false).Any(static name => WordSplitter.OfName(name).Any(Topics.Contains))
        || Names(context, part, ofValues: true).Any(IsOfOneThing));

    /// <summary>
    /// Whether <paramref name="value"/>, the name of an enum member or a type, says why the mail failed: MailboxFull, Greylisted.
    /// </summary>
    public static bool IsOfOneThing(string value) => WordSplitter.OfName(value).Any(TopicsOfValues.Contains);

    /// <summary>The words of each text, comment and name in <paramref name="branch"/>.</summary>
    public static IEnumerable<ImmutableArray<string>> Said(FixContext context, SyntaxNode branch) => Parts(branch).SelectMany(part =>
        Texts(context, part).Concat(Comments(part)).Select(WordSplitter.OfText)
            .Concat(Names(context, part, ofValues: false).Concat(Names(context, part, ofValues: true)).Select(WordSplitter.OfName)));

    /// <summary>Whether the words say that a mailbox, user or address does not exist.</summary>
    public static bool SayMissing(ImmutableArray<string> words) => words.Any(Addressee.Contains) && words.Any(Missing.Contains);

    /// <summary>Whether the words say that the mailbox is busy, or the sender greylisted.</summary>
    public static bool SayBusy(ImmutableArray<string> words) => words.Any(Busy.Contains);

    /// <summary>Whether the words say that the failure will pass.</summary>
    public static bool SayLater(ImmutableArray<string> words) => words.Any(Later.Contains);

    private static IEnumerable<SyntaxNode> Parts(SyntaxNode branch) => branch switch
    {
        SwitchSectionSyntax section => section.Statements,
        SwitchExpressionArmSyntax arm => [arm.Expression],
        _ => [branch],
    };

    private static IEnumerable<ExpressionSyntax?> Thrown(SyntaxNode part) => part.DescendantNodesAndSelf()
        .Where(static node => node is ThrowStatementSyntax or ThrowExpressionSyntax)
        .Select(static node => node is ThrowStatementSyntax statement ? statement.Expression : ((ThrowExpressionSyntax)node).Expression);

    private static bool IsNamedFor(FixContext context, ExpressionSyntax? thrown, Outcome outcome) =>
        thrown is BaseObjectCreationExpressionSyntax && context.Model.GetTypeInfo(thrown).Type is { } type
        && context.Options.Vocabulary.OfName(type.Name) == outcome;

    private static bool IsGeneral(string word) =>
        word == WordSplitter.Boundary || General.Contains(word) || word.All(static character => char.IsDigit(character)) && word.Length < 3;

    private static IEnumerable<string> Comments(SyntaxNode part) => part.DescendantTrivia()
        .Where(static trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia)
        .Select(static trivia => trivia.ToString());

    // Placeholders of log templates are no words of the text.
    private static IEnumerable<string> Texts(FixContext context, SyntaxNode part) => part.DescendantNodesAndSelf()
        .Select(node => node switch
        {
            LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal => literal.Token.ValueText,
            InterpolatedStringTextSyntax text => text.TextToken.ValueText,
            IdentifierNameSyntax { Parent: not NameColonSyntax } or MemberAccessExpressionSyntax =>
                context.Model.GetConstantValue(node) is { HasValue: true, Value: string constant } ? constant : null,
            _ => null,
        })
        .OfType<string>()
        .Select(static text => Regex.Replace(text, @"\{[^}]*\}", " "));

    private static IEnumerable<string> Names(FixContext context, SyntaxNode part, bool ofValues) => part.DescendantNodesAndSelf()
        .SelectMany(node => node switch
        {
            InvocationExpressionSyntax call when !ofValues => [CallSyntax.MethodName(call), Receiver(call)],
            AssignmentExpressionSyntax assignment when !ofValues => [CallSyntax.NameOf(assignment.Left)],
            NameColonSyntax { Name.Identifier.ValueText: var argument } when !ofValues => [argument],
            BaseObjectCreationExpressionSyntax creation when ofValues => [context.Model.GetTypeInfo(creation).Type?.Name],
            SimpleNameSyntax name when ofValues && IsValue(context, name) => [name.Identifier.ValueText],
            _ => Enumerable.Empty<string?>(),
        })
        .OfType<string>();

    private static string? Receiver(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax member ? CallSyntax.NameOf(member.Expression) : null;

    // An enum member, or a static member that holds a text or a result; the reply codes themselves are no words about them.
    private static bool IsValue(FixContext context, SimpleNameSyntax name) =>
        context.Model.GetSymbolInfo(name).Symbol is IFieldSymbol { IsStatic: true } or IPropertySymbol { IsStatic: true }
        && !context.Mail.IsReplyCode(context.Model.GetTypeInfo(name).Type);
}
