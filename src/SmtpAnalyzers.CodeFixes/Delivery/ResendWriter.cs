using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpAnalyzers.Replies;
using SmtpAnalyzers.Rules;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>
/// Writes a second send that goes to the recipients who were refused with 4xx, to each alone: nobody sees who else was refused. One who is refused
/// again does not keep the message from the others; the exception is thrown after them.
/// </summary>
/// <param name="context">The finding.</param>
/// <param name="resend">The second send that it stands on.</param>
/// <param name="catchesBoth">Whether the handler is to catch a single refused recipient too.</param>
/// <param name="recipientForm">How the address of a failure is written.</param>
internal sealed class ResendWriter(FixContext context, Resend resend, bool catchesBoth, string recipientForm)
{
    private readonly ResendNames _names = new(context, resend);
    private readonly HandlerEdit _edit = new(context.Writer, resend.Clause);
    private string? _failure;
    private string? _failures;
    private string? _refusedAgain;

    /// <summary>What the written code does besides, as <see cref="Effects"/> names it.</summary>
    public IReadOnlyCollection<string> Adds =>
        ["Clear", "Add", "ForEach", "ToArray", Effects.Throw, $"new {_names.AddressList}", $"new {_names.FailureList}", $"new {_names.Several}"];

    private string RefusedAgain => _refusedAgain ??= _names.Free("refusedAgain");

    private string Message => resend.Message.ToString();

    /// <summary>The file as it is then; null where it cannot be written.</summary>
    public SyntaxNode? Write()
    {
        var condition = IsToAll ? null : Condition();
        if (IsWrapped && !Wrap(condition))
            return null;
        WriteHandler(condition);
        if (!_edit.Replace(resend.Statement, Send(condition)))
            return null;
        if (resend.Loop is { } loop && resend.IsOncePerFailure && !resend.IsGuarded)
            _edit.Surround(loop, [Declaration], ThrowAgain);
        return _names.WithUsing(_edit.Apply());
    }

    private bool IsToAll => !resend.IsSingle && !resend.IsOncePerFailure;

    // The handler looks at the code of one failure: it is gone through for each.
    private bool IsWrapped => resend.IsSingle && catchesBoth;

    private bool IsLone => resend.IsSingle && !catchesBoth;

    private string Failure => _failure ??= _names.Free("failure");

    private string Declaration => $"var {RefusedAgain} = new {_names.FailureList}();";

    private string[] ThrowAgain =>
    [
        $"if ({RefusedAgain}.Count > 0)",
        $"\tthrow {RefusedAgain}.Count == 1 ? {RefusedAgain}[0] : new {_names.Several}({_names.Exception}.Message, {RefusedAgain}.ToArray());",
    ];

    private string[] Send(ExpressionSyntax? condition)
    {
        if (IsToAll)
        {
            string[] toEach = [$"foreach (var {Failure} in {AllFailures()})", "{", .. Guarded(Failure, ToOne(Failure, defers: true)), "}"];
            return [Declaration, .. toEach, "", .. ThrowAgain];
        }

        var one = IsWrapped ? Failure : IsLone ? _names.Exception : Renamed(resend.Failure!);
        var send = ToOne(one, defers: !IsLone && !resend.IsGuarded);
        return condition is null && !IsOnlyTransient ? [.. Guarded(one, send)] : send;
    }

    private string[] Guarded(string failure, string[] send) =>
        [$"if ({context.Writer.ClassTestOfEnum($"{failure}.StatusCode", ReplyClass.TransientNegative)})", "{", .. send, "}"];

    private string[] ToOne(string failure, bool defers)
    {
        var again = defers ? _names.Free("again") : "";
        string[] clear = [$"{Message}.To.Clear();", $"{Message}.CC.Clear();", $"{Message}.Bcc.Clear();"];
        string[] address = ["// Everyone else has it already.", .. clear, $"{Message}.To.Add({string.Format(recipientForm, failure)});"];
        var send = resend.Statement.ToString();
        string[] handler = defers ? [$"catch ({_names.One} {again})", "{", $"{RefusedAgain}.Add({again});", "}"] : [];
        if (MessageUse.EndsWith(resend, context.Model))
            return defers ? ["try", "{", .. address, send, "}", .. handler] : [.. address, send];

        var (to, cc, bcc) = (_names.Free("to"), _names.Free("cc"), _names.Free("bcc"));
        return
        [
            $"var {to} = new {_names.AddressList}({Message}.To);", $"var {cc} = new {_names.AddressList}({Message}.CC);",
            $"var {bcc} = new {_names.AddressList}({Message}.Bcc);",
            "try", "{", .. address, send, "}",
            .. handler,
            "finally", "{", $"{Message}.To.Clear();", $"{to}.ForEach({Message}.To.Add);", $"{cc}.ForEach({Message}.CC.Add);", $"{bcc}.ForEach({Message}.Bcc.Add);", "}",
        ];
    }

    private bool Wrap(ExpressionSyntax? condition)
    {
        TextSpan[] replaced = condition is null ? [resend.Statement.Span] : [resend.Statement.Span, condition.Span];
        string[] head = [$"foreach (var {Failure} in {_names.AllFailures()})", "{"];
        if (resend.LeavesHandler || !_edit.Wrap(resend.Clause.Block, resend.IsGuarded ? head : [Declaration, .. head], resend.IsGuarded ? [] : ["", .. ThrowAgain], replaced))
            return false;
        foreach (var name in resend.Clause.Block.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (name.Identifier.ValueText == _names.Exception && !replaced.Any(span => span.Contains(name.Span)))
                _edit.Replace(name.Span, Failure);
        }

        return true;
    }

    // The handler catches both exceptions and goes through what they hold.
    private void WriteHandler(ExpressionSyntax? condition)
    {
        var declaration = resend.Clause.Declaration!;
        if (catchesBoth && resend.CatchesSeveral)
            _edit.Replace(declaration.Type.GetLastToken().Span, RefusedRecipients.One);

        if (!_names.HasName)
            _edit.Replace(new(declaration.Type.Span.End, 0), " " + _names.Exception);
        var reads = !catchesBoth ? [] : resend.Clause.Block.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Where(IsInnerExceptions).ToList();
        if (reads.Count > 0)
        {
            _failures = _names.Free("failures");
            _edit.Begin(resend.Clause.Block, $"var {_failures} = {_names.AllFailures()};");
        }

        if (condition is not null && CodeIn(condition) is { } code)
            _edit.Replace(condition.Span, context.Writer.ClassTestOfEnum(Renamed(code), ReplyClass.TransientNegative));
        foreach (var read in reads.Where(read => condition?.Span.Contains(read.Span) != true))
            _edit.Replace(read.Span, _failures!);
    }

    private bool IsInnerExceptions(MemberAccessExpressionSyntax access) =>
        access.Name.Identifier.ValueText == "InnerExceptions" && access.Expression.ToString() == _names.Exception;

    private string Renamed(string text) => IsWrapped ? text.Replace($"{_names.Exception}.", $"{Failure}.")
        : _failures is null ? text
        : text.Replace($"{_names.Exception}.InnerExceptions", _failures);

    private string AllFailures() =>
        resend.Failures is { } looped ? Renamed(looped)
        : resend.FailuresInScope is { } known ? known
        : _failures ?? (resend.CatchesSeveral && !catchesBoth ? $"{_names.Exception}.InnerExceptions" : _names.AllFailures());

    private bool IsOnlyTransient => resend.Codes() is { } codes
        && codes.IsSubsetOf(context.Options.Classes.Transient | PermanentReplyRetried.DisputedIn(context.Options.Classes));

    // The condition that lets other codes in, where it asks for the code and nothing else.
    private ExpressionSyntax? Condition() => IsOnlyTransient ? null : resend.Between(resend.Loop ?? (SyntaxNode)resend.Clause).OfType<IfStatementSyntax>()
        .Where(branch => branch.Statement.Span.Contains(resend.Statement.Span))
        .Select(static branch => branch.Condition)
        .FirstOrDefault(condition => IsOfCode(condition) && CodeIn(condition) is not null && !condition.DescendantTrivia().Any(TriviaExtensions.IsText));

    private bool IsOfCode(ExpressionSyntax expression) => context.Model.GetConstantValue(expression).HasValue || IsCode(expression) || expression switch
    {
        ParenthesizedExpressionSyntax inner => IsOfCode(inner.Expression),
        CastExpressionSyntax cast => IsOfCode(cast.Expression),
        PrefixUnaryExpressionSyntax not => IsOfCode(not.Operand),
        BinaryExpressionSyntax both => IsOfCode(both.Left) && IsOfCode(both.Right),
        IsPatternExpressionSyntax { Pattern: not (DeclarationPatternSyntax or VarPatternSyntax) } test => IsOfCode(test.Expression),
        _ => false,
    };

    private string? CodeIn(ExpressionSyntax condition) => condition.DescendantNodesAndSelf().OfType<ExpressionSyntax>().FirstOrDefault(IsCode)?.ToString();

    private bool IsCode(ExpressionSyntax expression) =>
        expression is IdentifierNameSyntax or MemberAccessExpressionSyntax && context.Mail.IsReplyCode(context.Model.GetTypeInfo(expression).Type)
        && !context.Model.GetConstantValue(expression).HasValue && !expression.DescendantNodes().Any(static node => node is InvocationExpressionSyntax);
}
