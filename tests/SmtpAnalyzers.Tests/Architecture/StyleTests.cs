using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.Tests.Architecture;

/// <summary>Limits that .editorconfig and CONTRIBUTING.md state and no compiler enforces.</summary>
public sealed class StyleTests
{
    private const int LongestLine = 140, LongestFile = 300;

    // To be broken; nothing is added here.
    private static readonly string[] WithLongLines =
    [
        "src/SmtpAnalyzers.CodeFixes/CodeWriter.cs",
        "src/SmtpAnalyzers.CodeFixes/Delivery/Counter.cs",
        "src/SmtpAnalyzers.CodeFixes/Delivery/ForwardedRecipientRefusedFix.cs",
        "src/SmtpAnalyzers.CodeFixes/Delivery/HandlerWait.cs",
        "src/SmtpAnalyzers.CodeFixes/Delivery/MessageUse.cs",
        "src/SmtpAnalyzers.CodeFixes/Delivery/Names.cs",
        "src/SmtpAnalyzers.CodeFixes/Delivery/Resend.cs",
        "src/SmtpAnalyzers.CodeFixes/Delivery/RightAnswerFailsFix.cs",
        "src/SmtpAnalyzers.CodeFixes/Delivery/SentToEveryoneAgainFix.cs",
        "src/SmtpAnalyzers.CodeFixes/Delivery/TransientTest.cs",
        "src/SmtpAnalyzers.CodeFixes/Delivery/UnboundedRetryFix.cs",
        "src/SmtpAnalyzers.CodeFixes/Effects.cs",
        "src/SmtpAnalyzers.CodeFixes/Exceptions/BracketedAddressFix.cs",
        "src/SmtpAnalyzers.CodeFixes/Exceptions/CodeFromTextFix.cs",
        "src/SmtpAnalyzers.CodeFixes/Exceptions/TextEdits.cs",
        "src/SmtpAnalyzers.CodeFixes/Exceptions/TypeNames.cs",
        "src/SmtpAnalyzers.CodeFixes/FileReading.cs",
        "src/SmtpAnalyzers.CodeFixes/FixAllInFile.cs",
        "src/SmtpAnalyzers.CodeFixes/FixCandidate.cs",
        "src/SmtpAnalyzers.CodeFixes/FixContext.cs",
        "src/SmtpAnalyzers.CodeFixes/FixPlanner.cs",
        "src/SmtpAnalyzers.CodeFixes/FixScope.cs",
        "src/SmtpAnalyzers.CodeFixes/FixVerifier.cs",
        "src/SmtpAnalyzers.CodeFixes/KeptText.cs",
        "src/SmtpAnalyzers.CodeFixes/LinkedFile.cs",
        "src/SmtpAnalyzers.CodeFixes/MeaningCheck.cs",
        "src/SmtpAnalyzers.CodeFixes/PendingMember.cs",
        "src/SmtpAnalyzers.CodeFixes/Replies/AboutOneThing.cs",
        "src/SmtpAnalyzers.CodeFixes/Replies/AddClasses.cs",
        "src/SmtpAnalyzers.CodeFixes/Replies/AddMissing.cs",
        "src/SmtpAnalyzers.CodeFixes/Replies/AnswerByClass.cs",
        "src/SmtpAnalyzers.CodeFixes/Replies/AskInnerExceptions.cs",
        "src/SmtpAnalyzers.CodeFixes/Replies/BranchText.cs",
        "src/SmtpAnalyzers.CodeFixes/Replies/Callers.cs",
        "src/SmtpAnalyzers.CodeFixes/Replies/CatchAnother.cs",
        "src/SmtpAnalyzers.CodeFixes/Replies/ClassArms.cs",
        "src/SmtpAnalyzers.CodeFixes/Replies/ClassTestWriter.cs",
        "src/SmtpAnalyzers.CodeFixes/Replies/CodeNumber.cs",
        "src/SmtpAnalyzers.CodeFixes/Replies/ExchangeConditions.cs",
        "src/SmtpAnalyzers.CodeFixes/Replies/MeantCode.cs",
        "src/SmtpAnalyzers.CodeFixes/Replies/MoveBound.cs",
        "src/SmtpAnalyzers.CodeFixes/Replies/MoveToSibling.cs",
        "src/SmtpAnalyzers.CodeFixes/Replies/NoEffect.cs",
        "src/SmtpAnalyzers.CodeFixes/Replies/RemoveTest.cs",
        "src/SmtpAnalyzers.CodeFixes/Replies/ReplyHandlingFix.cs",
        "src/SmtpAnalyzers.CodeFixes/Replies/RethrowBefore.cs",
        "src/SmtpAnalyzers.CodeFixes/Replies/SectionLabels.cs",
        "src/SmtpAnalyzers.CodeFixes/Replies/SeparatedItems.cs",
        "src/SmtpAnalyzers.CodeFixes/SmtpCodeFixProvider.cs",
        "src/SmtpAnalyzers/Facts/BodyReader.cs",
        "src/SmtpAnalyzers/Facts/BracketedTexts.cs",
        "src/SmtpAnalyzers/Facts/CallSummary.cs",
        "src/SmtpAnalyzers/Facts/CandidateBodies.cs",
        "src/SmtpAnalyzers/Facts/ClientUses.cs",
        "src/SmtpAnalyzers/Facts/CodeDigits.cs",
        "src/SmtpAnalyzers/Facts/DecisionDetector.cs",
        "src/SmtpAnalyzers/Facts/FailedRecipientTests.cs",
        "src/SmtpAnalyzers/Facts/FailureSyntax.cs",
        "src/SmtpAnalyzers/Facts/FlagFinder.cs",
        "src/SmtpAnalyzers/Facts/GuardedSend.cs",
        "src/SmtpAnalyzers/Facts/HandledAttempt.cs",
        "src/SmtpAnalyzers/Facts/Literals.cs",
        "src/SmtpAnalyzers/Facts/LoopVariation.cs",
        "src/SmtpAnalyzers/Facts/MailFile.cs",
        "src/SmtpAnalyzers/Facts/Mappings.cs",
        "src/SmtpAnalyzers/Facts/Nesting.cs",
        "src/SmtpAnalyzers/Facts/OutcomeFinder.cs",
        "src/SmtpAnalyzers/Facts/OutcomeSite.cs",
        "src/SmtpAnalyzers/Facts/PolicyReading.cs",
        "src/SmtpAnalyzers/Facts/PolicyRuns.cs",
        "src/SmtpAnalyzers/Facts/Recipients.cs",
        "src/SmtpAnalyzers/Facts/RefusalText.cs",
        "src/SmtpAnalyzers/Facts/ReplyCodeAnalysis.cs",
        "src/SmtpAnalyzers/Facts/RetryHandler.cs",
        "src/SmtpAnalyzers/Facts/RetryPolicy.cs",
        "src/SmtpAnalyzers/Facts/RetryPolicyFinder.cs",
        "src/SmtpAnalyzers/Facts/SendAgain.cs",
        "src/SmtpAnalyzers/Facts/SendFailureFlow.cs",
        "src/SmtpAnalyzers/Facts/SendSites.cs",
        "src/SmtpAnalyzers/Facts/SendText.cs",
        "src/SmtpAnalyzers/Facts/SmtpCommands.cs",
        "src/SmtpAnalyzers/Facts/SmtpDialogue.cs",
        "src/SmtpAnalyzers/Facts/Waits.cs",
        "src/SmtpAnalyzers/Flow/CatchAll.cs",
        "src/SmtpAnalyzers/Flow/Explanations.cs",
        "src/SmtpAnalyzers/Flow/KnownFlags.cs",
        "src/SmtpAnalyzers/Naming/ContextWords.cs",
        "src/SmtpAnalyzers/Naming/EnglishTerms.cs",
        "src/SmtpAnalyzers/Naming/NameReading.cs",
        "src/SmtpAnalyzers/Naming/TermTable.cs",
        "src/SmtpAnalyzers/Naming/Vocabulary.cs",
        "src/SmtpAnalyzers/Operations/AccessPath.cs",
        "src/SmtpAnalyzers/Operations/BodyContext.cs",
        "src/SmtpAnalyzers/Operations/BoolTypes.cs",
        "src/SmtpAnalyzers/Operations/HandWrittenReplies.cs",
        "src/SmtpAnalyzers/Operations/LambdaName.cs",
        "src/SmtpAnalyzers/Operations/ListChanges.cs",
        "src/SmtpAnalyzers/Operations/ListSyntax.cs",
        "src/SmtpAnalyzers/Operations/MemberSources.cs",
        "src/SmtpAnalyzers/Operations/MemberWrites.cs",
        "src/SmtpAnalyzers/Operations/OperationFacts.cs",
        "src/SmtpAnalyzers/Operations/OtherFiles.cs",
        "src/SmtpAnalyzers/Operations/PatternInputs.cs",
        "src/SmtpAnalyzers/Operations/PatternPaths.cs",
        "src/SmtpAnalyzers/Operations/ReferenceIndex.cs",
        "src/SmtpAnalyzers/Operations/ReplyCodeLists.cs",
        "src/SmtpAnalyzers/Operations/ReplyResolver.cs",
        "src/SmtpAnalyzers/Operations/ReplyTextOperations.cs",
        "src/SmtpAnalyzers/Operations/ReplyValue.cs",
        "src/SmtpAnalyzers/Operations/SmtpContext.cs",
        "src/SmtpAnalyzers/Operations/StepEffect.cs",
        "src/SmtpAnalyzers/Operations/TextParts.cs",
        "src/SmtpAnalyzers/Operations/TypeTests.cs",
        "src/SmtpAnalyzers/Operations/ValueTracker.cs",
        "src/SmtpAnalyzers/Operations/VariableReads.cs",
        "src/SmtpAnalyzers/Operations/VariableSources.cs",
        "src/SmtpAnalyzers/Operations/VariableWrites.cs",
        "src/SmtpAnalyzers/Options/MailOptions.cs",
        "src/SmtpAnalyzers/Options/OptionKey.cs",
        "src/SmtpAnalyzers/Options/OptionReader.cs",
        "src/SmtpAnalyzers/Options/OptionText.cs",
        "src/SmtpAnalyzers/Options/OptionsOfFiles.cs",
        "src/SmtpAnalyzers/Rules/AllRules.cs",
        "src/SmtpAnalyzers/Rules/ConditionRule.cs",
        "src/SmtpAnalyzers/Rules/DeadAlternatives.cs",
        "src/SmtpAnalyzers/Rules/Descriptors.Configuration.cs",
        "src/SmtpAnalyzers/Rules/Descriptors.Delivery.cs",
        "src/SmtpAnalyzers/Rules/Descriptors.Exceptions.cs",
        "src/SmtpAnalyzers/Rules/Descriptors.ReplyCodes.cs",
        "src/SmtpAnalyzers/Rules/Descriptors.cs",
        "src/SmtpAnalyzers/Rules/Finding.cs",
        "src/SmtpAnalyzers/Rules/FindingProperties.cs",
        "src/SmtpAnalyzers/Rules/ListLocation.cs",
        "src/SmtpAnalyzers/Rules/OutcomeRule.cs",
        "src/SmtpAnalyzers/Rules/Precedence.cs",
        "src/SmtpAnalyzers/Rules/ReplyCodeRules.cs",
        "src/SmtpAnalyzers/Rules/Rule.cs",
        "src/SmtpAnalyzers/Rules/SMTP1001_TransientReplyGivenUp.cs",
        "src/SmtpAnalyzers/Rules/SMTP1002_PermanentReplyRetried.cs",
        "src/SmtpAnalyzers/Rules/SMTP1003_PositiveReplyFails.cs",
        "src/SmtpAnalyzers/Rules/SMTP1004_NegativeReplySucceeds.cs",
        "src/SmtpAnalyzers/Rules/SMTP1005_BoundCutsClass.cs",
        "src/SmtpAnalyzers/Rules/SMTP1006_RetryListIncomplete.cs",
        "src/SmtpAnalyzers/Rules/SMTP1007_TestNeverTrue.cs",
        "src/SmtpAnalyzers/Rules/SMTP1008_UnlistedRepliesUnhandled.cs",
        "src/SmtpAnalyzers/Rules/SMTP2001_RetryIgnoresReplyCode.cs",
        "src/SmtpAnalyzers/Rules/SMTP2002_HastyRetry.cs",
        "src/SmtpAnalyzers/Rules/SMTP2003_ClosedClientReused.cs",
        "src/SmtpAnalyzers/Rules/SMTP2004_SentToEveryoneAgain.cs",
        "src/SmtpAnalyzers/Rules/SMTP2005_AmbiguousRetry.cs",
        "src/SmtpAnalyzers/Rules/SMTP2006_SuppressedOnAnyRefusal.cs",
        "src/SmtpAnalyzers/Rules/SMTP2007_UnboundedRetry.cs",
        "src/SmtpAnalyzers/Rules/SMTP3001_NeverThrown.cs",
        "src/SmtpAnalyzers/Rules/SMTP3002_ErrorCodeAsVerdict.cs",
        "src/SmtpAnalyzers/Rules/SMTP3003_SendTextAsVerdict.cs",
        "src/SmtpAnalyzers/Rules/SMTP3004_CodeFromText.cs",
        "src/SmtpAnalyzers/Rules/SMTP3005_OneFormOfRefusal.cs",
        "src/SmtpAnalyzers/Rules/SMTP3006_WrongCredentials.cs",
        "src/SmtpAnalyzers/Rules/SMTP3007_FailedVerify.cs",
        "src/SmtpAnalyzers/Rules/SMTP3008_DroppedReply.cs",
        "src/SmtpAnalyzers/Rules/SMTP3009_BracketedAddress.cs",
        "src/SmtpAnalyzers/Rules/SMTP3010_WrappingLosesCode.cs",
        "src/SmtpAnalyzers/Rules/SmtpAnalyzer.cs",
        "src/SmtpAnalyzers/Rules/UnexpectedReply.cs",
        "src/SmtpAnalyzers/Smtp/ReplyCodeSet.cs",
        "src/SmtpAnalyzers/Smtp/ReplyCodes.cs",
        "src/SmtpAnalyzers/Symbols/CallKinds.cs",
        "src/SmtpAnalyzers/Symbols/ExceptionSymbols.cs",
        "src/SmtpAnalyzers/Symbols/LibraryTypes.cs",
        "src/SmtpAnalyzers/Symbols/MailSymbols.cs",
        "src/SmtpAnalyzers/Symbols/PollySymbols.cs",
        "src/SmtpAnalyzers/Symbols/SmtpTextFilter.cs",
    ];

    // Folders of tests that were written after the limit. The older tables have rows of any length.
    private static readonly string[] Tests = ["tests/SmtpAnalyzers.Tests/Architecture"];

    // Two sends are the same if their arguments are written alike: the symbols say nothing of "new MailMessage(from, to)" or of "list[0]".
    private static readonly string[] ComparingText = ["src/SmtpAnalyzers/Rules/SMTP2004_SentToEveryoneAgain.cs"];

    public static readonly TheoryData<string> Rules = new(
        SourceFiles.Of("src/SmtpAnalyzers/Rules").Select(file => file.Path).Except(ComparingText));

    [Fact]
    public void No_line_is_too_long() => Assert.Empty(
        from file in SourceFiles.Of("src").Concat(Tests.SelectMany(SourceFiles.Of))
        where !WithLongLines.Contains(file.Path)
        from line in file.Lines.Select((text, index) => (Text: text, Number: index + 1))
        where line.Text.Length > LongestLine
        select $"{file.Path}({line.Number}): {line.Text.Length} characters");

    [Fact]
    public void No_file_is_too_long() => Assert.Empty(
        from file in SourceFiles.Of("src")
        where file.Lines.Length > LongestFile
        select $"{file.Path}: {file.Lines.Length} lines");

    [Fact]
    public void No_file_is_excepted_without_need()
    {
        Assert.All(WithLongLines, path => Assert.Contains(SourceFiles.At(path).Lines, line => line.Length > LongestLine));
        Assert.All(ComparingText, path => Assert.NotEmpty(TextComparisons(SourceFiles.At(path))));
    }

    [Theory, MemberData(nameof(Rules))]
    public void Rules_compare_symbols_and_not_source_text(string path) => Assert.Empty(TextComparisons(SourceFiles.At(path)));

    private static IEnumerable<string> TextComparisons(SourceFile file) => file.Nodes<ExpressionSyntax>()
        .Where(static node => node switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison =>
                IsText(comparison.Left) || IsText(comparison.Right),
            IsPatternExpressionSyntax pattern => IsText(pattern.Expression),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals" } equals } =>
                IsText(equals.Expression),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AreEquivalent" } } => true,
            _ => false,
        })
        .Select(file.At);

    private static bool IsText(SyntaxNode node) => node is InvocationExpressionSyntax
    {
        Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString" or "ToFullString" },
        ArgumentList.Arguments.Count: 0,
    };
}
