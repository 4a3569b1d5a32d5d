using System.Xml;
using System.Xml.Linq;

namespace SmtpAnalyzers.Survey;

/// <summary>The little of a project file that is read without executing it.</summary>
internal sealed record ProjectFile(bool HasImplicitUsings, IReadOnlyList<string> References)
{
    public static ProjectFile Read(string path)
    {
        var elements = ElementsOf(path);
        var folder = Path.GetDirectoryName(path)!;
        var settings = elements.Concat(Above(folder).SelectMany(ElementsOf)).ToLookup(static element => element.Name.LocalName);
        return new ProjectFile(
            // Whose settings are not here at all is taken for one made from the templates of today.
            settings["ImplicitUsings"].Any(static element => element.Value.Trim() is "enable" or "true")
                || (settings["Project"].Any(static root => root.Attribute("Sdk") is not null)
                    && !settings["TargetFramework"].Any() && !settings["TargetFrameworks"].Any() && !settings["ImplicitUsings"].Any()),
            [.. elements
                .Where(static element => element.Name.LocalName == "ProjectReference")
                .Select(static element => element.Attribute("Include")?.Value)
                .OfType<string>()
                .Select(include => Path.GetFullPath(include.Replace('\\', Path.DirectorySeparatorChar), folder))]);
    }

    private static IEnumerable<string> Above(string folder)
    {
        for (var above = folder; above is not null; above = Path.GetDirectoryName(above))
        {
            if (Path.Combine(above, "Directory.Build.props") is var props && File.Exists(props))
                yield return props;
        }
    }

    private static IReadOnlyList<XElement> ElementsOf(string path)
    {
        try
        {
            return [.. XDocument.Load(path).Descendants()];
        }
        catch (Exception ex) when (ex is XmlException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
