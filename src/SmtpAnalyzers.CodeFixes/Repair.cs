using Microsoft.CodeAnalysis;

namespace SmtpAnalyzers.CodeFixes;

/// <summary>A way to mend one finding.</summary>
/// <param name="Kind">What is done, the same for every finding, so that Fix All can do it everywhere.</param>
/// <param name="Title">What the user is offered.</param>
/// <param name="Root">The file as it is then.</param>
internal sealed record Repair(RepairKind Kind, string Title, SyntaxNode Root);

internal enum RepairKind
{
    /// <summary>Another code was meant: its name takes the place of the wrong one.</summary>
    MeantCode,

    /// <summary>The code moves to the branch that its class belongs to.</summary>
    Move,

    /// <summary>The code is taken out of the list.</summary>
    TakeOut,

    /// <summary>The class is tested for instead.</summary>
    ClassTest,
}
