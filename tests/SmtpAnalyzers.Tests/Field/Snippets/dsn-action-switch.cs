using MimeKit;
public class Mailbox(ISet<string> suppressed)
{
    public void Process(MessageDeliveryStatus status)
    {
        foreach (var fields in status.StatusGroups)
        {
            switch (fields["Action"]?.ToLowerInvariant())
            {
                case "failed": suppressed.Add(fields["Final-Recipient"]); break;
                case "delayed": Console.WriteLine("later"); break;
            }
        }
    }
}
