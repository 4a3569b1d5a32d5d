using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.CodeFixes;

/// <summary>A way to fix one finding. It need not be right: <see cref="FixVerifier"/> tries it before it is offered.</summary>
/// <param name="Kind">What it does, the same for every finding: Fix All of one title does this kind everywhere.</param>
/// <param name="Title">The entry in the light bulb's menu, which makes sense alone.</param>
/// <param name="Root">The file as it is then.</param>
internal sealed record FixCandidate(FixKind Kind, string Title, SyntaxNode Root)
{
    /// <summary>The effects that are new, as <see cref="Effects"/> names them: "Connect", "throw".</summary>
    public IReadOnlyCollection<string> Adds { get; init; } = [];

    /// <summary>The effects that something of the same meaning takes the place of, as <see cref="Effects"/> names them.</summary>
    public IReadOnlyCollection<string> Replaces { get; init; } = [];

    /// <summary>Parts of the original file that never run and are removed with the effects in them.</summary>
    public IReadOnlyCollection<SyntaxNode> NeverRuns { get; init; } = [];

    /// <summary>Whether the code of several refused recipients, always -1, is no longer looked at, but the codes of each of them.</summary>
    public bool LooksInsideAggregate { get; init; }

    /// <summary>Whether a test of text becomes one of the code: codes that this keeps out were not decided by the text either.</summary>
    public bool ReplacesTextTest { get; init; }

    /// <summary>
    /// Codes that the finding is about, and that may change although opinions on them differ: a bound that is off by one cuts 500 out.
    /// </summary>
    public ReplyCodeSet Concerns { get; init; } = ReplyCodeSet.Empty;
}

/// <summary>What a fix does. The names are part of the equivalence keys.</summary>
internal enum FixKind
{
    /// <summary>Another code was meant: its name replaces the wrong one.</summary>
    MeantCode,

    /// <summary>The code moves to the branch that its class belongs to.</summary>
    Move,

    /// <summary>The code is removed from the list.</summary>
    TakeOut,

    /// <summary>The class is tested for instead.</summary>
    ClassTest,

    /// <summary>A handler before passes the codes on to the caller.</summary>
    Rethrow,

    /// <summary>The test asks for what the client really throws or says.</summary>
    RightUse,

    /// <summary>A bound moves to the edge of a class.</summary>
    MoveBound,

    /// <summary>Codes are added to a list.</summary>
    AddMissing,

    /// <summary>A switch gets cases for the classes.</summary>
    AddClasses,

    /// <summary>A test that is never true is removed.</summary>
    Remove,

    /// <summary>The exception is caught that does carry the reply.</summary>
    CatchAnother,

    /// <summary>A retry waits before it sends again.</summary>
    Wait,

    /// <summary>A retry ends after a number of attempts.</summary>
    Bound,

    /// <summary>A server answers with a code that is temporary.</summary>
    Answer,

    /// <summary>A send gets handlers by reply class. Nothing was wrong: the user asked for them.</summary>
    Handle,
}
