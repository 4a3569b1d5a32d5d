using MimeKit;
public interface ICustomers { Customer ByAddress(string address); }
public class Customer { public string Email; public bool EmailBounced; }
public class Mailbox(ICustomers customers)
{
    public void Process(MimeMessage message)
    {
        if (message.Body is not MultipartReport report)
            return;
        foreach (var part in report.OfType<MessageDeliveryStatus>())
        {
            foreach (var fields in part.StatusGroups)
            {
                var recipient = fields["Final-Recipient"];
                if (recipient == null)
                    continue;
                var address = recipient.Substring(recipient.IndexOf(';') + 1).Trim();
                var customer = customers.ByAddress(address);
                customer.EmailBounced = true; // finds: SMTP3011
            }
        }
    }
}
