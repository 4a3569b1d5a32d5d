using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.Mutants;

/// <summary>A change of the code as the report shows it.</summary>
/// <param name="Id">What it is switched on by.</param>
/// <param name="Folder">The folder of the analyzers.</param>
/// <param name="File">The name of the file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Member">The member that it is in.</param>
/// <param name="Says">What changes.</param>
internal sealed record Mutation(int Id, string Folder, string File, int Line, string Member, string Says)
{
    /// <summary>The same in another run, in which lines may have moved.</summary>
    public string Key => $"{Folder}/{File}|{Member}|{Says}";

    public static Mutation At(int id, string folder, Change change)
    {
        var place = change.Node.GetLocation().GetLineSpan();
        var member = change.Node.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().First();
        return new(
            id, folder, Path.GetFileName(place.Path), place.StartLinePosition.Line + 1,
            member switch
            {
                MethodDeclarationSyntax method => method.Identifier.Text,
                PropertyDeclarationSyntax property => property.Identifier.Text,
                BaseFieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.Text,
                BaseTypeDeclarationSyntax type => type.Identifier.Text,
                _ => member.Kind().ToString(),
            },
            change.Says);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Folder}/{File}({Line}) {Member}: {Says}");
}
