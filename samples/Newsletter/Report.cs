using System.Text.Json;

namespace Newsletter;

/// <summary>What this run believes it did.</summary>
internal sealed class Report
{
    public int Delivered { get; set; }

    public int GivenUp { get; set; }

    public int LeftInQueue { get; set; }

    public int Attempts { get; set; }

    public void Save(string file) => File.WriteAllText(file, JsonSerializer.Serialize(this));

    public override string ToString() =>
        $"delivered {Delivered}, given up {GivenUp}, left in queue {LeftInQueue}, attempts {Attempts}";
}
