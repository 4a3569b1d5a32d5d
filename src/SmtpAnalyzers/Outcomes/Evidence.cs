using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SmtpAnalyzers.Language;
using SmtpAnalyzers.Replies;

namespace SmtpAnalyzers.Outcomes;

/// <summary>One place in a body that says what becomes of the mail.</summary>
/// <param name="Outcome">What it says.</param>
/// <param name="Block">The block it stands in.</param>
/// <param name="Step">The step of that block, the branch value counted last.</param>
/// <param name="Codes">The reply codes for which it surely says so when control gets there.</param>
/// <param name="Syntax">What the user sees of it.</param>
/// <param name="What">The same in words for a message: "'IsPermanent' returns true".</param>
/// <param name="Flag">The bool operation that decides, where the outcome is that of a flag; null where being there is enough.</param>
/// <param name="FlagValue">The value of <paramref name="Flag"/> that means this outcome.</param>
internal sealed record Evidence(
    Outcome Outcome,
    BasicBlock Block,
    int Step,
    ReplyCodeSet Codes,
    SyntaxNode Syntax,
    string What,
    IOperation? Flag = null,
    bool FlagValue = true);
