namespace SmtpAnalyzers.CodeFixes;

internal static class Placeholder;
