using CsCheck;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Tests.Smtp;

/// <summary>The set against <see cref="HashSet{T}"/>; CsCheck prints the seed of a failure.</summary>
public sealed class ReplyCodeSetTests
{
    private static readonly int[] Domain = Enumerable.Range(ReplyCodeSet.LowestTracked,
        ReplyCodeSet.HighestTracked - ReplyCodeSet.LowestTracked + 1).ToArray();

    private static readonly Gen<int> Code = Gen.Int[ReplyCodeSet.LowestTracked, ReplyCodeSet.HighestTracked];

    private static readonly Gen<int[]> Runs = Gen.Select(Code, Gen.Int[0, 120])
        .Select((first, length) => Domain.Where(code => code >= first && code <= first + length).ToArray());

    // Single codes and whole runs: holes and edges of both kinds.
    private static readonly Gen<HashSet<int>> Sets = Gen.Select(Code.Array[0, 30], Runs.Array[0, 4])
        .Select((codes, runs) => runs.SelectMany(run => run).Concat(codes).ToHashSet());

    [Fact]
    public void Operators_are_those_of_sets() => Gen.Select(Sets, Sets).Sample((left, right) =>
    {
        var (a, b) = (Of(left), Of(right));
        AssertCodes(left.Union(right), a | b);
        AssertCodes(left.Intersect(right), a & b);
        AssertCodes(left.Except(right), a - b);
        AssertCodes(Domain.Except(left), ~a);
        Assert.Equal(left.Overlaps(right), a.Overlaps(b));
        Assert.Equal(left.IsSubsetOf(right), a.IsSubsetOf(b));
        // Two random sets are seldom one in the other.
        Assert.True((a & b).IsSubsetOf(b));
        Assert.True(a.IsSubsetOf(a | b));
        Assert.Equal(left.SetEquals(right), a.Equals(b));
        Assert.Equal(left.Count == 0, a.IsEmpty);
        Assert.Equal(left.Count == 0 ? null : left.Min(), a.First);
        Assert.Equal(left.Count == 1 ? left.Min() : null, a.Sole);
    });

    [Fact]
    public void Equal_sets_are_equal_however_they_came_about() => Gen.Select(Sets, Sets).Sample((left, right) =>
    {
        var (a, b) = (Of(left), Of(right));
        Assert.Equal(a, ~~a);
        Assert.Equal(~(a | b), ~a & ~b);
        Assert.Equal((a | b).GetHashCode(), (b | a).GetHashCode());
        Assert.Equal(a.Equals(b), a.Equals((object)b));
        Assert.Equal(a, ReplyCodeSet.Where(left.Contains));
    });

    [Fact]
    public void Sets_are_spread_over_hash_codes() =>
        Assert.InRange(Domain.Select(static code => ReplyCodeSet.Of(code).GetHashCode()).Distinct().Count(), 300, Domain.Length);

    [Fact]
    public void Equals_nothing_else()
    {
        Assert.False(ReplyCodeSet.Empty.Equals(null));
        Assert.False(ReplyCodeSet.Empty.Equals("450"));
        Assert.True(ReplyCodeSet.Of(450).Equals((object)ReplyCodeSet.Of(450)));
    }

    [Theory]
    [InlineData(new int[0], null)]
    [InlineData(new[] { ReplyCodeSet.LowestTracked }, ReplyCodeSet.LowestTracked)]
    [InlineData(new[] { 62 }, 62)]
    [InlineData(new[] { 450 }, 450)]
    [InlineData(new[] { ReplyCodeSet.HighestTracked }, ReplyCodeSet.HighestTracked)]
    [InlineData(new[] { 450, 451 }, null)]
    [InlineData(new[] { ReplyCodeSet.LowestTracked, ReplyCodeSet.HighestTracked }, null)]
    [InlineData(new[] { 450, 5000 }, null)]
    [InlineData(new[] { 5000 }, null)]
    [InlineData(new[] { ReplyCodeSet.Absent }, null)]
    public void The_only_code_is(int[] codes, int? sole) => Assert.Equal(sole, ReplyCodeSet.Of(codes).Sole);

    [Fact]
    public void Unchanged_sets_are_the_same_object()
    {
        var (one, all) = (ReplyCodeSet.Of(450), ReplyCodeSet.Of(450, 451));
        Assert.Same(one, one & all);
        Assert.Same(one, all & one);
        Assert.Same(all, all | one);
        Assert.Same(ReplyCodeSet.Empty, one - all);
    }

    [Fact]
    public void Partition_has_a_set_for_each_class() =>
        Assert.Equal(["450, 452", "451", ""], ReplyCodeSet.Partition(450, [0, 1, 0], 3).Select(static set => set.ToString()));

    [Fact]
    public void Ranges_are_the_maximal_runs() => Sets.Sample(codes =>
    {
        var ranges = Of(codes).Ranges();
        Assert.Equal(codes.Order(), ranges.SelectMany(range => Domain.Where(code => code >= range.First && code <= range.Last)));
        Assert.All(ranges.Zip(ranges.Skip(1)), pair => Assert.True(pair.First.Last + 1 < pair.Second.First));
    });

    [Fact]
    public void Range_has_both_ends() => Gen.Select(Gen.Int[-50, 1100], Gen.Int[-50, 1100]).Sample((first, last) =>
        AssertCodes(Domain.Where(code => code >= first && code <= last), ReplyCodeSet.Range(first, last)));

    [Theory]
    [InlineData(ReplyClass.PositiveCompletion, 200)]
    [InlineData(ReplyClass.PositiveIntermediate, 300)]
    [InlineData(ReplyClass.TransientNegative, 400)]
    [InlineData(ReplyClass.PermanentNegative, 500)]
    public void A_class_is_its_hundred(object replyClass, int first) =>
        AssertCodes(Enumerable.Range(first, 100), ReplyCodeSet.OfClass((ReplyClass)replyClass));

    [Theory]
    [InlineData(new int[0], "")]
    [InlineData(new[] { 450 }, "450")]
    [InlineData(new[] { 452, 421, 450, 451 }, "421, 450-452")]
    [InlineData(new[] { -1, 450, 5000 }, "-1, 450, …")]
    public void It_prints_runs(int[] codes, string expected) => Assert.Equal(expected, ReplyCodeSet.Of(codes).ToString());

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(ReplyCodeSet.LowestTracked - 1)]
    [InlineData(ReplyCodeSet.HighestTracked + 1)]
    [InlineData(int.MaxValue)]
    public void Values_outside_are_one_member(int outside)
    {
        Assert.Equal(ReplyCodeSet.Of(5000), ReplyCodeSet.Of(outside));
        Assert.Equal(ReplyCodeSet.Of(5000), ReplyCodeSet.Where(code => code == outside));
        Assert.True(ReplyCodeSet.All.Contains(outside));
        Assert.True((~ReplyCodeSet.Of(450)).Contains(outside));
        Assert.False(ReplyCodeSet.Transient.Contains(outside));
        Assert.Empty(ReplyCodeSet.Of(outside).Codes);
        Assert.False(ReplyCodeSet.Of(outside).IsEmpty);
    }

    [Fact]
    public void No_reply_is_a_member_of_its_own()
    {
        Assert.Equal(ReplyCodeSet.NoReply, ReplyCodeSet.All - ReplyCodeSet.AnyReply);
        Assert.False(ReplyCodeSet.NoReply.Overlaps(ReplyCodeSet.Of(5000)));
        Assert.True((~ReplyCodeSet.Of(450)).Contains(ReplyCodeSet.Absent));
        Assert.False(ReplyCodeSet.Range(-10, 10_000).Contains(ReplyCodeSet.Absent));
        Assert.Empty(ReplyCodeSet.NoReply.Codes);
    }

    [Fact]
    public void One_sided_conditions_reach_outside()
    {
        Assert.True(ReplyCodeSet.Where(code => code >= 400).Contains(5000));
        Assert.True(ReplyCodeSet.Where(code => code < 500).Contains(-5000));
        Assert.True(ReplyCodeSet.Range(int.MinValue, 399).Contains(-5000));
        Assert.True(ReplyCodeSet.Range(400, int.MaxValue).Contains(5000));
        Assert.Equal(ReplyCodeSet.All, ReplyCodeSet.Where(_ => true));
        Assert.True(ReplyCodeSet.Where(_ => false).IsEmpty);
    }

    private static ReplyCodeSet Of(IEnumerable<int> codes) => ReplyCodeSet.Of(codes.ToArray());

    private static void AssertCodes(IEnumerable<int> expected, ReplyCodeSet actual) => Assert.Equal(expected.Order(), actual.Codes);
}
