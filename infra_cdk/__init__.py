"""What exists in AWS, as code. The same app is raised on a laptop by `infra_cdk.local`."""
