namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>Rows of a theory: a sentence that names each, its source, and how it reads when everything in it is fixed.</summary>
public sealed class FixCases : TheoryData<string, string>
{
    public void Add(string sentence, string source, string mended) =>
        Add(new TheoryDataRow<string, string>(source, mended) { TestDisplayName = sentence });
}
