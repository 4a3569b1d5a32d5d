using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace SmtpAnalyzers.Tests.FixHarm;

/// <summary>Every fix that is offered for a snippet, applied alone and all together, and the harm that they do.</summary>
internal sealed class FixRun
{
    /// <summary>Above this many applications Fix All runs in a circle.</summary>
    private const int Endless = 30;

    private readonly Snippet _snippet;
    private readonly State _before;
    private readonly StringBuilder _failures = new();

    // By text: all fixes together are often the only one.
    private readonly Dictionary<string, State> _states = [];
    private readonly Dictionary<Diagnostic, IReadOnlyList<Offer>> _offered = [];

    private FixRun(Snippet snippet, State before) => (_snippet, _before) = (snippet, before);

    /// <summary>Fails with the diff of every fix that does harm.</summary>
    /// <param name="mayNotCompile">Whether it is no failure that the snippet has an error; then nothing is tried.</param>
    public static async Task AssertHarmlessAsync(Snippet snippet, bool mayNotCompile = false)
    {
        var before = await State.OfAsync(await LinkedProjects.OfAsync(snippet), snippet);
        var errors = before.Compiler.Values.SelectMany(messages => messages.Where(State.IsError)).ToList();
        if (mayNotCompile && errors.Count > 0)
            return;
        Assert.Empty(errors.Concat(before.Crashes));
        Assert.Empty(snippet.Finds.Except(before.MainFindings.Select(finding => finding.Id)));
        Assert.All(snippet.Pins, pin => Assert.True(before.Answers!.Of(pin) is not null, $"{pin}: no such method can be run"));

        var run = new FixRun(snippet, before);
        await run.EachAsync();
        await run.AllAsync();
        if (run._failures.Length > 0)
            Assert.Fail($"{snippet.Name}\n{run._failures}");
    }

    private async Task EachAsync()
    {
        var offered = new HashSet<string>();
        var oldest = _before.Projects.Oldest?.Id;
        var ofOldest = oldest is null ? [] : await State.FindAsync(_before.Projects.Solution.GetProject(oldest)!, []);
        foreach (var (project, finding) in Findings())
        {
            foreach (var (_, action) in await OfferedAsync(_before, finding))
            {
                offered.Add(finding.Id);
                var harms = new List<string>();
                var changed = await _before.Projects.ApplyAsync(action, project, harms);
                if (project == _before.Projects.Main && ofOldest.FirstOrDefault(other => IsSame(other, finding)) is { } other)
                    harms.AddRange(await DivergingAsync(action, changed, other));
                var after = await StateAsync(changed);
                if (Count(after) >= Count(_before))
                    harms.Add($"still there: {finding.Id}");
                harms.AddRange(await Harms.OfAsync(_before, after, [finding], Reach.Beside(finding, _before.Findings[project]), _snippet));
                harms.AddRange(Texts(await changed.TextAsync(), ofEach: true).Concat(Spoilt(after)));
                var line = finding.Location.GetLineSpan().StartLinePosition.Line + 1;
                await AddAsync($"{finding.Id} '{action.Title}' in line {line}", harms, changed);

                int Count(State state) => state.Findings[project].Count(same => same.Id == finding.Id);
            }
        }

        foreach (var rule in _snippet.Fixes.Except(offered))
            _failures.AppendLine($"{rule}: no fix is offered");
    }

    private async Task AllAsync()
    {
        var (state, harms, rules) = (_before, new List<string>(), new HashSet<string>());
        foreach (var project in Findings().Select(finding => finding.Project).Distinct())
            state = await AllOfAsync(state, project, harms, rules);
        if (rules.Count > 0)
        {
            var fixedFindings = _before.MainFindings.Where(finding => rules.Contains(finding.Id)).ToList();
            harms.AddRange(await Harms.OfAsync(_before, state, fixedFindings, _before.Findings[_before.Projects.Main], _snippet));
        }

        harms.AddRange(Texts(await state.Projects.TextAsync(), ofEach: false));
        if (state.Answers is { } answers)
        {
            harms.AddRange(
                from pin in _snippet.Pins
                let wrong = answers.Of(pin) is { } says ? pin.Wrong(says).ToList() : []
                where wrong.Count > 0
                select $"meaning: {pin} is wrong for {Harms.Ranges(wrong)}");
        }

        await AddAsync("All together", harms, state.Projects);
    }

    // As `dotnet format`: Fix All by the first fix of a finding, until nothing changes any more.
    private async Task<State> AllOfAsync(State state, ProjectId project, List<string> harms, HashSet<string> rules)
    {
        for (var applied = 0; applied < Endless; applied++)
        {
            if (await NextAsync(state, project, harms, rules) is not { } next)
                return state;
            state = await StateAsync(next);
        }

        harms.Add($"endless: {Endless} times Fix All");
        return state;
    }

    private async Task<LinkedProjects?> NextAsync(State state, ProjectId project, List<string> harms, HashSet<string> rules)
    {
        var text = await state.Projects.TextAsync();
        var tried = new HashSet<(string Rule, string? Key)>();
        foreach (var finding in state.Findings[project].OrderBy(finding => finding.Id, StringComparer.Ordinal))
        {
            var offered = await OfferedAsync(state, finding);
            if (offered.Count == 0 || !tried.Add((finding.Id, offered[0].Action.EquivalenceKey)))
                continue;
            var same = state.Findings[project].Where(other => other.Id == finding.Id);
            var (provider, action) = offered[0];
            if (await OfferedFixes.AllAsync(state.Projects.Solution, finding, same, provider, action) is not { } all)
                continue;
            var changed = await state.Projects.ApplyAsync(all, project, harms);
            rules.Add(finding.Id);
            if (await changed.TextAsync() != text)
                return changed;
        }

        return null;
    }

    private async Task<IReadOnlyList<Offer>> OfferedAsync(State state, Diagnostic finding)
    {
        if (!_offered.TryGetValue(finding, out var offered))
            _offered[finding] = offered = await OfferedFixes.OfAsync(state.Projects.Solution, finding);
        return offered;
    }

    private async Task<State> StateAsync(LinkedProjects projects)
    {
        var text = await projects.TextAsync();
        if (text == await _before.Projects.TextAsync())
            return _before;
        if (!_states.TryGetValue(text, out var state))
            _states[text] = state = await State.OfAsync(projects, _snippet);
        return state;
    }

    /// <summary>What is reported, in the main project, or in code that only another project sees.</summary>
    private IEnumerable<(ProjectId Project, Diagnostic Finding)> Findings() =>
        from project in _before.Projects.Others.Where(_ => _before.IsConditional).Select(other => other.Id).Prepend(_before.Projects.Main)
        from finding in _before.Findings[project]
        where project == _before.Projects.Main || !_before.MainFindings.Any(other => IsSame(other, finding))
        select (project, finding);

    // A tool that fixes each project by itself has to merge what it wrote.
    private async Task<IEnumerable<string>> DivergingAsync(CodeAction action, LinkedProjects changed, Diagnostic ofOldest)
    {
        var (oldest, what) = _before.Projects.Oldest!;
        var there = (await OfferedAsync(_before, ofOldest)).Select(offered => offered.Action).ToList();
        var same = there.Find(other => other.EquivalenceKey == action.EquivalenceKey) ?? there.Find(other => other.Title == action.Title);
        if (same is null)
            return [];
        var (ours, theirs) = (await changed.TextAsync(), await (await _before.Projects.ApplyAsync(same, oldest, [])).TextAsync());
        return theirs == ours ? [] : [$"linked: from {what} another text is written:\n{LineDiff.Of(ours, theirs)}"];
    }

    private IEnumerable<string> Texts(string text, bool ofEach) =>
        from pin in _snippet.Texts
        where pin.OfEach == ofEach
        let wrong = pin.Wrong(Snippet.Normal(text))
        where wrong is not null
        select wrong;

    // What a method answers rightly stays so after each of the fixes.
    private IEnumerable<string> Spoilt(State after) =>
        from pin in after.Answers is null ? [] : _snippet.Pins
        let says = after.Answers!.Of(pin)
        where says is not null
        let wrong = pin.Wrong(says).Except(pin.Wrong(_before.Answers!.Of(pin)!)).ToList()
        where wrong.Count > 0
        select $"meaning: {pin} was right for {Harms.Ranges(wrong)}";

    private static bool IsSame(Diagnostic one, Diagnostic other) =>
        one.Id == other.Id && one.Location.GetLineSpan().Equals(other.Location.GetLineSpan());

    private async Task AddAsync(string fix, IReadOnlyCollection<string> harms, LinkedProjects changed)
    {
        if (harms.Count > 0)
            _failures.AppendLine($"{fix}:\n  {string.Join("\n  ", harms.Distinct())}\n{await Harms.DiffAsync(_before.Projects, changed)}");
    }
}
