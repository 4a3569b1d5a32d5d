using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Rules;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>
/// Writes a second send that goes to the recipients who were refused with 4xx, to each alone: nobody sees who else was refused. One who is
/// refused again does not keep the message from the others; the exception is thrown after them.
/// </summary>
/// <param name="context">The finding.</param>
/// <param name="resend">The second send that it stands on.</param>
/// <param name="handlesBoth">Whether the handler is to handle both one refused recipient and several.</param>
/// <param name="recipientForm">How the address of a failure is written.</param>
internal sealed class ResendWriter(FixContext context, Resend resend, bool handlesBoth, string recipientForm)
{
    private static readonly ImmutableArray<string> Added = ImmutableArray.Create("Clear", "Add", "ForEach", "ToArray", Effects.Throw);

    private readonly ResendNames _names = new(context, resend);
    private readonly HandlerEdit _edit = new(context, resend.Clause);

    /// <summary>The fix; null where it cannot be written.</summary>
    public FixCandidate? Write(string title)
    {
        var condition = IsToAll ? null : Condition();
        if (handlesBoth && !(resend.IsSingle ? GoThroughAll(condition) : CatchBoth(condition)))
            return null;
        if (!_names.HasException)
            _edit.Edits.Insert(resend.Clause.Declaration!.Type.Span.End, " " + _names.Exception);
        if (condition is not null)
            _edit.Edits.Replace(condition, TransientTest(Renamed(CodeCondition.CodeIn(condition, context)!)));
        if (!_edit.Replace(resend.Statement, Send(condition)))
            return null;
        if (resend.Loop is { } loop && resend.IsOncePerFailure && !resend.IsGuarded)
            _edit.Surround(loop, [Declaration], ThrowAgain);
        return new FixCandidate(FixKind.RightUse, title, _names.WithUsing(_edit.Root()))
        {
            Adds = [.. Added, $"new {_names.AddressList}", $"new {_names.FailureList}", $"new {_names.Several}"],
            LooksInsideAggregate = !IsLone,
        };
    }

    private bool IsToAll => !resend.IsSingle && !resend.IsOncePerFailure;

    // Only an exception for one recipient comes to the send.
    private bool IsLone => resend.IsSingle && !handlesBoth;

    // The failure that the send is about, where it is about one.
    private string Failure => IsLone ? _names.Exception : resend.Failure is { } failure && !IsToAll ? Renamed(failure) : _names.Failure;

    private string Message => resend.Message.ToString();

    private string Declaration => $"var {_names.RefusedAgain} = new {_names.FailureList}();";

    private string[] ThrowAgain =>
    [
        $"if ({_names.RefusedAgain}.Count == 1)",
        $"\tthrow {_names.RefusedAgain}[0];",
        $"if ({_names.RefusedAgain}.Count > 1)",
        $"\tthrow new {_names.Several}({_names.Exception}.Message, {_names.RefusedAgain}.ToArray());",
    ];

    // catch (SmtpFailedRecipientException ex) { var failures = ..
    private bool CatchBoth(ExpressionSyntax? condition)
    {
        _edit.Edits.Replace(resend.Clause.Declaration!.Type.GetLastToken().Span, RefusedRecipients.One);
        var reads = InnerExceptions().ToList();
        if (reads.Count > 0)
            _edit.Edits.InsertFirst(resend.Clause.Block, $"var {_names.Failures} = {_names.AllFailures};");
        foreach (var read in reads.Where(read => condition?.Span.Contains(read.Span) != true))
            _edit.Edits.Replace(read, _names.Failures);
        return true;
    }

    // The handler asks for the code of the one failure: that is done for each.
    private bool GoThroughAll(ExpressionSyntax? condition)
    {
        SyntaxNode[] replaced = condition is null ? [resend.Statement] : [resend.Statement, condition];
        var (before, after) = resend.IsGuarded ? ([], []) : (new[] { Declaration }, new[] { "" }.Concat(ThrowAgain).ToArray());
        var head = $"foreach (var {_names.Failure} in {_names.AllFailures})";
        if (!resend.CanRepeatHandler || !_edit.Wrap(resend.Clause.Block, head, before, after, replaced))
            return false;
        foreach (var name in resend.Clause.Block.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (name.Identifier.ValueText == _names.Exception && !replaced.Any(node => node.Span.Contains(name.Span)))
                _edit.Edits.Replace(name, _names.Failure);
        }

        return true;
    }

    private string[] Send(ExpressionSyntax? condition)
    {
        var send = ToOne(defers: IsToAll || (!IsLone && !resend.IsGuarded));
        if (IsToAll)
            return [Declaration, $"foreach (var {_names.Failure} in {AllFailures()})", "{", .. IfTransient(send), "}", "", .. ThrowAgain];
        return condition is null && !IsOnlyTransient ? IfTransient(send) : send;
    }

    private string[] IfTransient(string[] send) =>
        [$"if ({TransientTest($"{Failure}.StatusCode")})", "{", .. send, "}"];

    private string TransientTest(string code) => context.Writer.ClassTestOfEnum(code, ReplyClass.TransientNegative);

    private string[] ToOne(bool defers)
    {
        var (to, cc, bcc) = ($"{Message}.To", $"{Message}.CC", $"{Message}.Bcc");
        string[] send =
        [
            "// Everyone else has it already.",
            $"{to}.Clear();", $"{cc}.Clear();", $"{bcc}.Clear();",
            $"{to}.Add({string.Format(recipientForm, Failure)});",
            resend.Statement.ToString(),
        ];
        string[] handler = defers ? [$"catch ({_names.One} {_names.Again})", "{", $"{_names.RefusedAgain}.Add({_names.Again});", "}"] : [];
        if (MessageUse.EndsWith(resend, context.Model))
            return defers ? ["try", "{", .. send, "}", .. handler] : send;
        return
        [
            $"var {_names.To} = new {_names.AddressList}({to});",
            $"var {_names.CC} = new {_names.AddressList}({cc});",
            $"var {_names.Bcc} = new {_names.AddressList}({bcc});",
            "try", "{", .. send, "}",
            .. handler,
            "finally", "{",
            $"{to}.Clear();", $"{_names.To}.ForEach({to}.Add);", $"{_names.CC}.ForEach({cc}.Add);", $"{_names.Bcc}.ForEach({bcc}.Add);",
            "}",
        ];
    }

    private IEnumerable<MemberAccessExpressionSyntax> InnerExceptions() => resend.Clause.Block.DescendantNodes()
        .OfType<MemberAccessExpressionSyntax>()
        .Where(access => access.Name.Identifier.ValueText == "InnerExceptions" && access.Expression.ToString() == _names.Exception);

    // Renames the exception in the text to its name in the new handler.
    private string Renamed(string text) => !handlesBoth ? text
        : resend.IsSingle ? text.Replace($"{_names.Exception}.", $"{_names.Failure}.")
        : text.Replace($"{_names.Exception}.InnerExceptions", _names.Failures);

    private string AllFailures() => resend.Failures is { } known ? Renamed(known)
        : !resend.CatchesSeveral ? _names.AllFailures
        : !handlesBoth ? $"{_names.Exception}.InnerExceptions"
        : InnerExceptions().Any() ? _names.Failures
        : _names.AllFailures;

    private bool IsOnlyTransient => resend.Codes() is { } codes
        && codes.IsSubsetOf(context.Options.Classes.Transient | PermanentReplyRetried.DisputedIn(context.Options.Classes));

    // The condition that lets other codes in, where it asks for the code and nothing else.
    private ExpressionSyntax? Condition() => IsOnlyTransient ? null : resend.Between(resend.Loop ?? (SyntaxNode)resend.Clause)
        .OfType<IfStatementSyntax>()
        .Where(branch => branch.Statement.Span.Contains(resend.Statement.Span))
        .Select(static branch => branch.Condition)
        .Where(static condition => !condition.DescendantTrivia().Any(TriviaExtensions.IsText))
        .FirstOrDefault(condition => CodeCondition.CodeIn(condition, context) is not null);
}
