using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SmtpAnalyzers.CodeFixes;

/// <summary>A way to mend one finding.</summary>
/// <param name="Kind">What is done, the same for every finding, so that Fix All can do it everywhere.</param>
/// <param name="Title">What the user is offered.</param>
/// <param name="Root">The file as it is then.</param>
internal sealed record Repair(RepairKind Kind, string Title, SyntaxNode Root)
{
    /// <summary>A file as the user gets it, read anew from its text: an edited tree may hold what its text does not say.</summary>
    public static SyntaxNode Reread(SyntaxNode root) =>
        CSharpSyntaxTree.ParseText(root.ToFullString(), (CSharpParseOptions)root.SyntaxTree.Options).GetRoot();
}

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

    /// <summary>A handler before passes the codes on to the caller.</summary>
    Rethrow,

    /// <summary>What the client really throws or says is asked for instead.</summary>
    RightUse,

    /// <summary>A bound moves to the edge of a class.</summary>
    MoveBound,

    /// <summary>Codes are added to a list.</summary>
    AddMissing,

    /// <summary>A switch gets cases for the classes.</summary>
    AddClasses,

    /// <summary>What can never be true goes.</summary>
    Remove,

    /// <summary>The exception is caught that does carry the reply.</summary>
    CatchAnother,
}
