using Microsoft.CodeAnalysis;
using SmtpAnalyzers.CodeFixes.Exceptions;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>The names that a second send to refused recipients needs: new locals, and types as the file writes them.</summary>
internal sealed class ResendNames
{
    private const string ListNamespace = "System.Collections.Generic";

    private readonly FixContext _context;
    private readonly bool _needsUsing;

    public ResendNames(FixContext context, Resend resend)
    {
        _context = context;
        HasException = resend.Clause.Declaration!.Identifier.ValueText.Length > 0;
        Exception = HasException ? resend.Clause.Declaration.Identifier.ValueText : Names.Free(context, "ex");
        Failure = Names.Free(context, "failure", "refusal");
        Failures = Names.Free(context, "failures", "refusals");
        Again = Names.Free(context, "again");
        RefusedAgain = Names.Free(context, "refusedAgain");
        (To, CC, Bcc) = (Names.Free(context, "to", "allTo"), Names.Free(context, "cc", "allCC"), Names.Free(context, "bcc", "allBcc"));

        var list = Written($"{ListNamespace}.List`1").Split('<')[0];
        _needsUsing = list.IndexOf('.') >= 0 && TypeNames.WithUsing(context.Root, ListNamespace, context.Writer.EndOfLine) is not null;
        list = _needsUsing ? "List" : list;
        (One, Several) = (Written($"System.Net.Mail.{RefusedRecipients.One}"), Written($"System.Net.Mail.{RefusedRecipients.Several}"));
        (FailureList, AddressList) = ($"{list}<{One}>", $"{list}<{Written("System.Net.Mail.MailAddress")}>");
    }

    /// <summary>The variable of the caught exception.</summary>
    public string Exception { get; }

    /// <summary>Whether the handler has one already.</summary>
    public bool HasException { get; }

    public string Failure { get; }

    public string Failures { get; }

    public string Again { get; }

    public string RefusedAgain { get; }

    public string To { get; }

    public string CC { get; }

    public string Bcc { get; }

    public string One { get; }

    public string Several { get; }

    public string FailureList { get; }

    public string AddressList { get; }

    /// <summary>All failures of the caught exception, whether it is for one recipient or for several.</summary>
    public string AllFailures
    {
        get
        {
            var several = Names.Free(_context, "several", "plural", "aggregate");
            return $"{Exception} is {Several} {several} ? {several}.InnerExceptions : new[] {{ {Exception} }}";
        }
    }

    /// <summary><paramref name="root"/> with the using directive that the lists need.</summary>
    public SyntaxNode WithUsing(SyntaxNode root) =>
        _needsUsing ? TypeNames.WithUsing(root, ListNamespace, _context.Writer.EndOfLine) ?? root : root;

    private string Written(string type) => _context.Model.Compilation.GetTypesByMetadataName(type) is [var symbol, ..]
        ? _context.NameOf(symbol, _context.Node.SpanStart)
        : type;
}
