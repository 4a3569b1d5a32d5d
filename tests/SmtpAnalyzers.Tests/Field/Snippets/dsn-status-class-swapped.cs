using MimeKit;
public enum Bounce { None, SoftBounce, HardBounce }
public static class BounceParser
{
    // The digits of the delivery status, not of the SMTP reply.
    public static Bounce Of(HeaderList fields)
    {
        var status = fields["Status"];
        if (string.IsNullOrWhiteSpace(status))
            return Bounce.None;
        return status[0] switch
        {
            '4' => Bounce.HardBounce, // finds: SMTP1001
            '5' => Bounce.SoftBounce, // finds: SMTP1002
            _ => Bounce.None,
        };
    }
}
