using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>
/// SMTP2004: instead of sending again, the method collects the recipients that were refused for now and returns them, for a later message to them alone. Both
/// exceptions are looked at: the one for a single refused recipient is the base of the other.
/// </summary>
internal sealed class SentToEveryoneAgainFix : RuleFix
{
    private const string Title = "Collect the recipients to try again, and return them";

    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.SentToEveryoneAgain);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        if (context.Node.FirstAncestorOrSelf<CatchClauseSyntax>() is not { Declaration: { } declaration } clause
            || context.Node.FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { } send
            || context.Node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { Body: not null } method
            || context.Node.Ancestors().Any(static node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
            || clause.Ancestors().TakeWhile(node => node != method).Any(IsLoop)
            || ReturnType(method) is not { } returnType)
        {
            yield break;
        }

        var exception = declaration.Identifier.ValueText is { Length: > 0 } name ? name : "ex";
        // Where nullable reference types are on, the recipient may be null by its type.
        foreach (var surely in new[] { "", "!" })
            yield return new FixCandidate(FixKind.RightUse, Title, new Rewriting(context, clause, send, method, exception, surely).Apply(returnType));
    }

    private static string? ReturnType(MethodDeclarationSyntax method) => method.ReturnType switch
    {
        PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } when !IsAsync(method) => "MailAddressCollection",
        IdentifierNameSyntax { Identifier.ValueText: "Task" } when IsAsync(method) => "Task<MailAddressCollection>",
        _ => null,
    };

    private static bool IsAsync(MethodDeclarationSyntax method) => method.Modifiers.Any(SyntaxKind.AsyncKeyword);

    private static bool IsLoop(SyntaxNode node) => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax;

    private sealed class Rewriting(
        FixContext context, CatchClauseSyntax clause, ExpressionStatementSyntax send, MethodDeclarationSyntax method, string exception, string surely)
    {
        private const string Failures = "failures";

        private readonly TransientTest _test = new(context);
        private readonly Indentation _indentation = new(context.Writer, (CSharpParseOptions)context.Root.SyntaxTree.Options);

        public SyntaxNode Apply(string returnType)
        {
            var handler = Handler();
            var changed = method.ReplaceNode(clause, handler);
            var returns = changed.Body!.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
                .OfType<ReturnStatementSyntax>().Where(static one => one.Expression is null);
            changed = changed.ReplaceNodes(returns, (_, one) => one
                .WithReturnKeyword(one.ReturnKeyword.WithTrailingTrivia(SyntaxFactory.Space))
                .WithExpression(SyntaxFactory.IdentifierName("tryLater")));
            var indentation = Indentation.Of(method.Body!.Statements[0]);
            var statements = changed.Body!.Statements
                .Insert(0, _indentation.Statement(indentation, "var tryLater = new MailAddressCollection();"))
                .Add(_indentation.Statement(indentation, "", "return tryLater;"));
            changed = changed.WithBody(changed.Body.WithStatements(statements))
                .WithReturnType(SyntaxFactory.ParseTypeName(returnType).WithTriviaFrom(method.ReturnType));
            return context.Root.ReplaceNode(method, changed);
        }

        private CatchClauseSyntax Handler()
        {
            var loop = send.Ancestors().TakeWhile(node => node != clause).FirstOrDefault(IsLoop);
            var inner = InnerExceptions().ToList();
            return loop is not null && inner.Count > 0 ? InLoop(loop, inner, Failures)
                : loop is not null && Known() is { } known ? InLoop(loop, [.. Uses(known)], known)
                : Whole();
        }

        // Where both exceptions are looked at already, what holds the failures.
        private string? Known() => clause.Block.Statements.OfType<LocalDeclarationStatementSyntax>().SelectMany(static local => local.Declaration.Variables)
            .FirstOrDefault(static variable => variable.Initializer?.Value is ConditionalExpressionSyntax either && either.ToString().IndexOf("InnerExceptions", StringComparison.Ordinal) >= 0)
            ?.Identifier.ValueText;

        private IEnumerable<ExpressionSyntax> Uses(string variable) =>
            clause.Block.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == variable);

        // The loop over the failures stays as it is, and so does what it does with the others.
        private CatchClauseSyntax InLoop(SyntaxNode loop, IReadOnlyList<ExpressionSyntax> inner, string failures)
        {
            var failure = loop is ForEachStatementSyntax each ? each.Identifier.ValueText
                : inner.Select(static one => one.Parent).OfType<ElementAccessExpressionSyntax>()
                    .Select(element => $"{failures}{element.ArgumentList.WithoutTrivia()}").FirstOrDefault() ?? $"{failures}[0]";
            var collected = Collected(send, failure);
            var condition = send.Ancestors().TakeWhile(node => node != loop).OfType<IfStatementSyntax>()
                .Select(static branch => branch.Condition).FirstOrDefault(static test => test.ToString().IndexOf("tatus", StringComparison.Ordinal) >= 0);
            var replaced = new Dictionary<SyntaxNode, SyntaxNode?> { [send] = condition is null ? Guarded(collected, failure) : collected };
            foreach (var wait in Waits())
                replaced[wait] = null;
            if (condition is not null)
                replaced[condition] = _test.Parse(_test.OfCode(CodeIn(condition) ?? $"{failure}.StatusCode")).WithTriviaFrom(condition);
            foreach (var one in inner.Where(one => condition?.Span.Contains(one.Span) != true))
                replaced[one] = SyntaxFactory.IdentifierName(failures).WithTriviaFrom(one);
            var changed = clause.TrackNodes(replaced.Keys);
            foreach (var pair in replaced)
            {
                if (changed.GetCurrentNode(pair.Key) is not { } node)
                    continue;
                changed = pair.Value is { } value ? changed.ReplaceNode(node, value) : Without(changed, node);
            }

            return Known() is null ? WithFailures(changed) : changed;
        }

        // There was no loop: all that was refused for now is collected where everything was sent again.
        private CatchClauseSyntax Whole()
        {
            var indentation = Indentation.Of(send);
            var deeper = Indentation.Deeper(indentation).Substring(indentation.Length);
            var each = _indentation.Statement(
                indentation,
                "foreach (var failure in failures)",
                "{",
                $"{deeper}if ({_test.OfCode("failure.StatusCode")})",
                $"{deeper}{deeper}tryLater.Add(new MailAddress(failure.FailedRecipient{surely}));",
                "}");
            var waits = Waits().ToList();
            var changed = clause.TrackNodes(waits.Append<SyntaxNode>(send));
            changed = changed.ReplaceNode(changed.GetCurrentNode(send)!, each.WithTriviaFrom(send));
            foreach (var wait in waits)
                changed = Without(changed, changed.GetCurrentNode(wait)!);
            return WithFailures(changed);
        }

        private static CatchClauseSyntax Without(CatchClauseSyntax changed, SyntaxNode gone) => changed.RemoveNode(
            gone, gone.GetLeadingTrivia().HasText() || gone.GetTrailingTrivia().HasText() ? SyntaxRemoveOptions.KeepExteriorTrivia : SyntaxRemoveOptions.KeepNoTrivia)!;

        private CatchClauseSyntax WithFailures(CatchClauseSyntax changed)
        {
            var indentation = Indentation.Of(clause.Block.Statements[0]);
            var failures = _indentation.Statement(
                indentation,
                $"var failures = {exception} is SmtpFailedRecipientsException several ? several.InnerExceptions : new[] {{ {exception} }};");
            var declaration = changed.Declaration!.WithType(SyntaxFactory.IdentifierName("SmtpFailedRecipientException").WithTriviaFrom(changed.Declaration.Type));
            if (declaration.Identifier.ValueText.Length == 0)
                declaration = declaration.WithType(declaration.Type.WithTrailingTrivia(SyntaxFactory.Space)).WithIdentifier(SyntaxFactory.Identifier(exception));
            return changed.WithDeclaration(declaration).WithBlock(changed.Block.WithStatements(changed.Block.Statements.Insert(0, failures)));
        }

        private StatementSyntax Collected(StatementSyntax at, string failure) =>
            SyntaxFactory.ParseStatement($"tryLater.Add(new MailAddress({failure}.FailedRecipient{surely}));").WithTriviaFrom(at);

        private StatementSyntax Guarded(StatementSyntax collected, string failure)
        {
            var indentation = Indentation.Of(send);
            var deeper = Indentation.Deeper(indentation).Substring(indentation.Length);
            return _indentation.Statement(indentation, $"if ({_test.OfCode($"{failure}.StatusCode")})", $"{deeper}{collected.WithoutTrivia()}").WithTriviaFrom(send);
        }

        private IEnumerable<ExpressionSyntax> InnerExceptions() => clause.Block.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
            .Where(member => member.Name.Identifier.ValueText == "InnerExceptions" && member.Expression.ToString() == exception);

        // Nothing is waited for any more.
        private IEnumerable<StatementSyntax> Waits() => (send.Parent as BlockSyntax)?.Statements.OfType<ExpressionStatementSyntax>()
            .Where(statement => statement.SpanStart < send.SpanStart && statement.ToString() is var text
                && (text.IndexOf("Sleep(", StringComparison.Ordinal) >= 0 || text.IndexOf("Delay(", StringComparison.Ordinal) >= 0)) ?? [];

        // What the condition compares: a local, or the failure's own code, which is then that of the same element.
        private string? CodeIn(ExpressionSyntax condition) => condition.DescendantNodes().OfType<ExpressionSyntax>()
            .Where(expression => context.Mail.IsReplyCode(context.Model.GetTypeInfo(expression).Type) && !context.Model.GetConstantValue(expression).HasValue)
            .Select(expression => expression.WithoutTrivia().ToString().Replace($"{exception}.InnerExceptions", "failures"))
            .FirstOrDefault();
    }
}
